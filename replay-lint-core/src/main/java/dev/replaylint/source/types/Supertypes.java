package dev.replaylint.source.types;

import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassIndex;
import dev.replaylint.program.type.Erasure;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.IntersectionType;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The supertypes of classes, computed once per class. */
public final class Supertypes {

    /** Type variables may be bounded by each other; broken sources make circles of them. */
    private static final int MAX_VARIABLE_DEPTH = 16;

    private final ClassIndex index;
    private final Map<String, Closure> closures = new HashMap<>();

    public Supertypes(ClassIndex index) {
        this.index = index;
    }

    /**
     * A class and all its supertypes, in terms of the class's own parameters.
     *
     * @param types by binary name: the class itself, then its superclass's closure, then its interfaces'; {@code Object} last
     * @param incomplete whether some supertype could not be found
     */
    public record Closure(Map<String, ClassType> types, boolean incomplete) {}

    /** The closure of a class; of an unknown class itself and {@code Object}, incomplete. */
    public Closure closure(String name) {
        Closure known = closures.get(name);
        if (known != null) {
            return known;
        }
        Map<String, ClassType> types = new LinkedHashMap<>();
        closures.put(name, new Closure(types, true));
        boolean incomplete = fill(types, name);
        types.put(JavaType.OBJECT.name(), JavaType.OBJECT);
        Closure closure = new Closure(Collections.unmodifiableMap(types), incomplete);
        closures.put(name, closure);
        return closure;
    }

    /** Makes the next question about this class look again, because it has been declared anew. */
    public void forget(String name) {
        closures.remove(name);
    }

    private boolean fill(Map<String, ClassType> types, String name) {
        Optional<ClassHeader> header = index.find(name);
        if (header.isEmpty()) {
            types.put(name, new ClassType(name));
            return true;
        }
        types.put(name, header.get().type());
        boolean incomplete = false;
        for (ClassType supertype : header.get().supertypes()) {
            incomplete |= !supertype.name().equals(name) && addClosureOf(supertype, types);
        }
        return incomplete;
    }

    private boolean addClosureOf(ClassType supertype, Map<String, ClassType> types) {
        Closure closure = closure(supertype.name());
        Optional<ClassHeader> header = index.find(supertype.name());
        boolean raw = supertype.arguments().isEmpty();
        Substitution substitution =
                header.map(h -> Substitution.of(h, supertype)).orElse(Substitution.NONE);
        for (Map.Entry<String, ClassType> entry : closure.types().entrySet()) {
            if (entry.getKey().equals(JavaType.OBJECT.name())) {
                continue;
            }
            // JLS 4.8: the supertypes of a raw type are erased.
            JavaType type =
                    raw && header.isPresent() && !header.get().typeParameters().isEmpty()
                            ? Erasure.of(entry.getValue())
                            : substitution.apply(entry.getValue());
            types.putIfAbsent(entry.getKey(), (ClassType) type);
        }
        return closure.incomplete();
    }

    /** The parameterization of the named class that the type is a subtype of. */
    public Optional<ClassType> asSuper(JavaType type, String name) {
        return asSuper(type, name, 0);
    }

    private Optional<ClassType> asSuper(JavaType type, String name, int depth) {
        if (depth > MAX_VARIABLE_DEPTH) {
            return Optional.empty();
        }
        if (type instanceof ClassType c) {
            return c.name().equals(name) ? Optional.of(c) : inherited(c, name);
        }
        if (type instanceof TypeVariable v) {
            return first(Bounds.of(v), name, depth);
        }
        if (type instanceof IntersectionType i) {
            return first(i.parts(), name, depth);
        }
        return type instanceof WildcardType w ? asSuper(Bounds.upper(w), name, depth + 1) : Optional.empty();
    }

    private Optional<ClassType> first(List<JavaType> types, String name, int depth) {
        for (JavaType type : types) {
            Optional<ClassType> found = asSuper(type, name, depth + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<ClassType> inherited(ClassType type, String name) {
        ClassType supertype = closure(type.name()).types().get(name);
        if (supertype == null) {
            return Optional.empty();
        }
        Optional<ClassHeader> header = index.find(type.name());
        if (header.isEmpty() || header.get().typeParameters().isEmpty()) {
            return Optional.of(supertype);
        }
        if (type.arguments().isEmpty()) {
            return Optional.of((ClassType) Erasure.of(supertype));
        }
        return Optional.of((ClassType) Substitution.of(header.get(), type).apply(supertype));
    }
}
