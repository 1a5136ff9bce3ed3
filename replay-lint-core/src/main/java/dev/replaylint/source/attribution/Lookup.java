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
import dev.replaylint.source.types.Supertypes;
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
    String owner(MethodHeader method, Supertypes supertypes) {
        boolean declaring = method.owner().equals(JavaType.OBJECT.name()) || (isImported && method.isStatic());
        if (declaring || site == Special.UNKNOWN) {
            return method.owner();
        }
        // A receiver with several bounds is used as its first bound, or cast to the class that declares the method.
        boolean named = Erasure.of(Bounds.upper(site)) instanceof ClassType c
                && supertypes.asSuper(c, method.owner()).isPresent();
        return named ? ((ClassType) Erasure.of(Bounds.upper(site))).name() : method.owner();
    }

    /** Whether the receiver's class is known at least by name. */
    boolean hasSite() {
        JavaType upper = Bounds.upper(site);
        return upper instanceof ClassType || upper instanceof TypeVariable || upper instanceof IntersectionType;
    }
}
