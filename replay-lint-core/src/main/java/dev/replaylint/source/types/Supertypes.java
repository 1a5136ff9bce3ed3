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

    private static final String OBJECT = JavaType.OBJECT.name();

    private final ClassIndex index;
    private final Map<String, Closure> closures = new HashMap<>();

    public Supertypes(ClassIndex index) {
        this.index = index;
    }

    /**
     * A class and all its supertypes, in terms of the class's own parameters.
     *
     * @param types by binary name: the class itself and its superclasses up to {@code Object}, then interfaces, in the order
     *     in which javac looks for methods
     * @param classes how many of the types are classes
     * @param incomplete whether some supertype could not be found
     */
    public record Closure(Map<String, ClassType> types, int classes, boolean incomplete) {}

    /** The closure of a class; of an unknown class itself and {@code Object}, incomplete. */
    public Closure closure(String name) {
        Closure known = closures.get(name);
        if (known != null) {
            return known;
        }
        closures.put(name, unknown(name));
        Closure closure = index.find(name).map(this::compute).orElseGet(() -> unknown(name));
        closures.put(name, closure);
        return closure;
    }

    private static Closure unknown(String name) {
        Map<String, ClassType> types = new LinkedHashMap<>();
        types.put(name, new ClassType(name));
        types.put(OBJECT, JavaType.OBJECT);
        return new Closure(Collections.unmodifiableMap(types), types.size(), true);
    }

    /** Makes the next question about this class look again, because it has been declared anew. */
    public void forget(String name) {
        closures.remove(name);
    }

    private Closure compute(ClassHeader header) {
        Map<String, ClassType> types = new LinkedHashMap<>();
        types.put(header.name(), header.type());
        boolean incomplete = false;
        Optional<ClassType> superclass =
                header.superclass().filter(s -> !s.name().equals(header.name()));
        Map<String, ClassType> above = superclass.map(this::seen).orElse(Map.of());
        if (superclass.isPresent()) {
            Closure closure = closure(superclass.get().name());
            incomplete = closure.incomplete();
            above.entrySet().stream()
                    .limit(closure.classes())
                    .forEach(e -> types.putIfAbsent(e.getKey(), e.getValue()));
        }
        types.putIfAbsent(OBJECT, JavaType.OBJECT);
        int classes = types.size();
        for (ClassType supertype : header.interfaces()) {
            if (!supertype.name().equals(header.name())) {
                incomplete |= closure(supertype.name()).incomplete();
                seen(supertype).forEach(types::putIfAbsent);
            }
        }
        above.forEach(types::putIfAbsent);
        return new Closure(Collections.unmodifiableMap(types), classes, incomplete);
    }

    /** The closure of a supertype, with the type arguments given there. */
    private Map<String, ClassType> seen(ClassType supertype) {
        Closure closure = closure(supertype.name());
        Optional<ClassHeader> header = index.find(supertype.name());
        if (header.isEmpty() || header.get().typeParameters().isEmpty()) {
            return closure.types();
        }
        boolean raw = supertype.arguments().isEmpty();
        Substitution substitution = Substitution.of(header.get(), supertype);
        Map<String, ClassType> seen = new LinkedHashMap<>();
        // JLS 4.8: the supertypes of a raw type are erased.
        closure.types()
                .forEach((name, type) ->
                        seen.put(name, (ClassType) (raw ? Erasure.of(type) : substitution.apply(type))));
        return seen;
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
