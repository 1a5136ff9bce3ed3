package dev.replaylint.source.types;

import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassIndex;
import dev.replaylint.program.type.Erasure;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.IntersectionType;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType;
import dev.replaylint.program.type.MethodHeader;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fields and methods of types, inherited ones included and overridden ones left out. */
public final class Members {

    private static final int MAX_VARIABLE_DEPTH = 16;

    private final ClassIndex index;
    private final Supertypes supertypes;
    private final Map<String, Map<String, List<MethodHeader>>> declared = new HashMap<>();
    private final Map<String, Map<String, List<MethodHeader>>> visible = new HashMap<>();

    public Members(ClassIndex index, Supertypes supertypes) {
        this.index = index;
        this.supertypes = supertypes;
    }

    /**
     * A field as a member of a type.
     *
     * @param type the field's type with the type arguments of the receiver
     */
    public record FieldMember(FieldHeader header, JavaType type) {}

    /** Makes the next question about this class look again, because it has been declared anew. */
    public void forget(String className) {
        declared.remove(className);
        visible.remove(className);
        supertypes.forget(className);
    }

    /** Methods of this name that the type has; constructors are not among them. */
    public List<Candidate> methods(JavaType site, String name) {
        List<Candidate> found = new ArrayList<>();
        collect(site, name, found, 0);
        return found;
    }

    private void collect(JavaType site, String name, List<Candidate> found, int depth) {
        if (depth > MAX_VARIABLE_DEPTH) {
            return;
        }
        if (site instanceof ClassType c) {
            collect(c, name, found);
        } else if (site instanceof TypeVariable v) {
            Bounds.of(v).forEach(b -> collect(b, name, found, depth + 1));
        } else if (site instanceof IntersectionType i) {
            i.parts().forEach(p -> collect(p, name, found, depth + 1));
        } else if (site instanceof WildcardType w) {
            collect(Bounds.upper(w), name, found, depth + 1);
        } else if (site instanceof ArrayType) {
            collect(JavaType.OBJECT, name, found);
        }
    }

    private void collect(ClassType site, String name, List<Candidate> found) {
        Optional<ClassHeader> header = index.find(site.name());
        if (header.isEmpty()) {
            return;
        }
        boolean raw =
                site.arguments().isEmpty() && !header.get().typeParameters().isEmpty();
        for (MethodHeader method : visible(site.name(), name)) {
            boolean known = found.stream().anyMatch(c -> c.method() == method);
            if (!known) {
                found.add(new Candidate(method, substitution(site, method.owner()), raw));
            }
        }
    }

    private Substitution substitution(ClassType site, String owner) {
        Optional<ClassType> seen = supertypes.asSuper(site, owner);
        Optional<ClassHeader> header = index.find(owner);
        return seen.isPresent() && header.isPresent() ? Substitution.of(header.get(), seen.get()) : Substitution.NONE;
    }

    /** Constructors of the class as the type's arguments make them. */
    public List<Candidate> constructors(ClassType type) {
        Optional<ClassHeader> header = index.find(type.name());
        if (header.isEmpty()) {
            return List.of();
        }
        Substitution substitution = Substitution.of(header.get(), type);
        return declared(type.name(), "<init>").stream()
                .map(m -> new Candidate(m, substitution, false))
                .toList();
    }

    /** The field of this name that the type has. */
    public Optional<FieldMember> field(JavaType site, String name) {
        JavaType type = Bounds.upper(site);
        if (type instanceof ClassType c) {
            return fieldOf(c, name);
        }
        List<JavaType> parts = type instanceof TypeVariable v
                ? v.bounds()
                : type instanceof IntersectionType i ? i.parts() : List.of();
        for (JavaType part : parts) {
            Optional<FieldMember> found = part == site ? Optional.empty() : field(part, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<FieldMember> fieldOf(ClassType site, String name) {
        for (String owner : supertypes.closure(site.name()).types().keySet()) {
            boolean own = owner.equals(site.name());
            for (FieldHeader field : index.find(owner).map(ClassHeader::fields).orElse(List.of())) {
                if (field.name().equals(name) && (own || !Modifier.isPrivate(field.flags()))) {
                    return Optional.of(
                            new FieldMember(field, substitution(site, owner).apply(field.type())));
                }
            }
        }
        return Optional.empty();
    }

    /** Methods and constructors that the class declares itself under this name. */
    public List<MethodHeader> declared(String className, String name) {
        return declared.computeIfAbsent(className, this::byName).getOrDefault(name, List.of());
    }

    private Map<String, List<MethodHeader>> byName(String className) {
        Map<String, List<MethodHeader>> methods = new HashMap<>();
        for (MethodHeader method :
                index.find(className).map(ClassHeader::methods).orElse(List.of())) {
            methods.computeIfAbsent(method.name(), n -> new ArrayList<>()).add(method);
        }
        return methods;
    }

    private List<MethodHeader> visible(String className, String name) {
        Map<String, List<MethodHeader>> byName = visible.computeIfAbsent(className, n -> new HashMap<>());
        List<MethodHeader> known = byName.get(name);
        if (known != null) {
            return known;
        }
        List<MethodHeader> methods = new ArrayList<>();
        Set<MethodHeader> merged = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String owner : supertypes.closure(className).types().keySet()) {
            for (MethodHeader method : declared(owner, name)) {
                if (isMember(method, className)) {
                    addUnlessHidden(method, methods, merged, className);
                }
            }
        }
        byName.put(name, methods);
        return methods;
    }

    /** @param merged methods that were chosen among abstract ones of unrelated types */
    private void addUnlessHidden(
            MethodHeader method, List<MethodHeader> nearer, Set<MethodHeader> merged, String className) {
        for (int i = 0; i < nearer.size(); i++) {
            MethodHeader other = nearer.get(i);
            if (!other.owner().equals(method.owner()) && sameParameters(other, method, className)) {
                if (isPreferred(method, other, merged.contains(other), className)) {
                    nearer.set(i, method);
                    merged.add(method);
                }
                return;
            }
        }
        nearer.add(method);
    }

    /**
     * Which of two methods with the same parameters counts: the overriding one, else a concrete one, else of two abstract
     * ones the one with the narrower result (JLS 15.12.2.5). If nothing decides, javac takes the one it finds second.
     */
    private boolean isPreferred(MethodHeader method, MethodHeader nearer, boolean merged, String className) {
        if (isBelow(nearer.owner(), method.owner()) || !nearer.isAbstract()) {
            return false;
        }
        if (isBelow(method.owner(), nearer.owner()) || !method.isAbstract()) {
            return true;
        }
        ClassType site = site(className);
        JavaType result = Erasure.of(substitution(site, method.owner()).apply(method.result()));
        JavaType other = Erasure.of(substitution(site, nearer.owner()).apply(nearer.result()));
        return result.equals(other)
                ? !merged
                : other instanceof ClassType c
                        && supertypes.asSuper(result, c.name()).isPresent();
    }

    private boolean isBelow(String className, String supertype) {
        return supertypes.closure(className).types().containsKey(supertype);
    }

    private ClassType site(String className) {
        return index.find(className).map(ClassHeader::type).orElseGet(() -> new ClassType(className));
    }

    /** JLS 8.4.8: private methods and static methods of interfaces are not inherited. */
    private boolean isMember(MethodHeader method, String className) {
        if (method.owner().equals(className)) {
            return true;
        }
        boolean ofInterface = method.isStatic()
                && index.find(method.owner()).map(ClassHeader::isInterface).orElse(false);
        return !ofInterface && !Modifier.isPrivate(method.flags());
    }

    private boolean sameParameters(MethodHeader nearer, MethodHeader farther, String className) {
        int count = nearer.parameters().size();
        if (count != farther.parameters().size()) {
            return false;
        }
        ClassType site = site(className);
        Substitution near = substitution(site, nearer.owner());
        Substitution far = substitution(site, farther.owner());
        for (int i = 0; i < count; i++) {
            JavaType erased = Erasure.of(near.apply(nearer.parameters().get(i)));
            JavaType declared = farther.parameters().get(i);
            // JLS 8.4.2: a subsignature is the same one, or the erasure of it.
            if (!erased.equals(Erasure.of(far.apply(declared))) && !erased.equals(Erasure.of(declared))) {
                return false;
            }
        }
        return true;
    }
}
