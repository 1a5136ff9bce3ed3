package dev.replaylint.source.attribution;

import dev.replaylint.program.type.Erasure;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.IntersectionType;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.MethodHeader;
import dev.replaylint.source.types.Bounds;
import dev.replaylint.source.types.Candidate;
import java.util.List;

/**
 * Where a call was looked up, and the methods of its name found there.
 *
 * @param site type of the receiver, or the class that the method is a member of; unknown if neither is known
 * @param isImported whether the methods were found in a static import or as static methods of an enclosing class
 * @param isOfType whether a type name stands before the dot
 */
record Lookup(List<Candidate> candidates, JavaType site, boolean isImported, boolean isOfType) {

    static Lookup in(JavaType site, List<Candidate> candidates) {
        return new Lookup(candidates, site, false, false);
    }

    /** Binary name of the class that a class file names at the call (JLS 13.1). */
    String owner(MethodHeader method) {
        boolean declaring = method.owner().equals(JavaType.OBJECT.name()) || isImported && method.isStatic();
        return declaring ? method.owner() : qualifying(Bounds.upper(site), method);
    }

    private static String qualifying(JavaType site, MethodHeader method) {
        JavaType current = site;
        while (current instanceof TypeVariable v && v.bounds().size() <= 1) {
            current = Bounds.of(v).get(0);
        }
        boolean compound = current instanceof IntersectionType || current instanceof TypeVariable;
        return !compound && Erasure.of(current) instanceof ClassType c && current != Special.UNKNOWN
                ? c.name()
                : method.owner();
    }

    /** Whether the receiver's class is known at least by name. */
    boolean hasSite() {
        JavaType upper = Bounds.upper(site);
        return upper instanceof ClassType || upper instanceof TypeVariable || upper instanceof IntersectionType;
    }
}
