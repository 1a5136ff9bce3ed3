package dev.replaylint.program;

import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassIndex;
import dev.replaylint.program.type.FieldHeader;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The analysed program: the project's own code, the libraries' code, and headers of every class in reach. Code is read when it is
 * first asked for; what was read never changes.
 */
public final class Program {

    private static final int DEEPEST = 20;

    private final CodeSource project;
    private final CodeSource libraries;
    private final ClassIndex headers;
    private final Memo<String, Optional<ClassHeader>> types = new Memo<>(this::findType);
    private final Memo<String, Boolean> ofProject = new Memo<>(this::findInProject);
    private final Memo<String, Set<String>> supertypes = new Memo<>(this::findSupertypes);
    private final Memo<MethodKey, Optional<Body>> bodies = new Memo<>(this::findBody);

    /**
     * A program.
     *
     * @param project the code to judge
     * @param libraries code of third-party classes, without the Java platform
     * @param headers all classes, the Java platform's included
     */
    public Program(CodeSource project, CodeSource libraries, ClassIndex headers) {
        this.project = project;
        this.libraries = libraries;
        this.headers = headers;
    }

    /** The same code, of which only some classes are looked at themselves. */
    public Program judging(Predicate<String> classes) {
        return new Program(project.notJudging(classes.negate()), libraries, headers);
    }

    public CodeSource project() {
        return project;
    }

    public CodeSource libraries() {
        return libraries;
    }

    public Optional<ClassHeader> type(String binaryName) {
        return types.get(binaryName);
    }

    private Optional<ClassHeader> findType(String binaryName) {
        return headers.find(binaryName);
    }

    /** The declaration of a field, in exactly the class that the key names. */
    public Optional<FieldHeader> field(FieldKey key) {
        return type(key.owner()).map(ClassHeader::fields).orElse(List.of()).stream()
                .filter(f -> f.name().equals(key.name()))
                .findFirst();
    }

    /** Whether the class is the user's own. */
    public boolean isProject(String binaryName) {
        return ofProject.get(binaryName);
    }

    private boolean findInProject(String binaryName) {
        return project.type(binaryName).isPresent();
    }

    /** Code of the method in exactly this class, of the project or a library; the Java platform has none here. */
    public Optional<Body> body(MethodKey key) {
        return bodies.get(key);
    }

    private Optional<Body> findBody(MethodKey key) {
        return isProject(key.owner()) ? project.body(key) : libraries.body(key);
    }

    /** All supertypes by binary name, the class itself first, nearest first; what is not found is still named. */
    public Set<String> supertypes(String binaryName) {
        return supertypes.get(binaryName);
    }

    private Set<String> findSupertypes(String binaryName) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(binaryName));
        while (!open.isEmpty()) {
            String name = open.poll();
            Optional<ClassHeader> type = found.add(name) ? type(name) : Optional.empty();
            if (type.isPresent()) {
                type.get().supertypes().forEach(s -> open.add(s.name()));
            }
        }
        return found;
    }

    public boolean isSubtype(String binaryName, String supertype) {
        return binaryName.equals(supertype) || supertypes(binaryName).contains(supertype);
    }

    /** All known project classes below the named one, sorted, without itself. */
    public Set<String> subtypes(String binaryName) {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(project.directSubtypes(binaryName));
        while (!open.isEmpty()) {
            String name = open.poll();
            if (found.add(name)) {
                open.addAll(project.directSubtypes(name));
            }
        }
        return found;
    }

    boolean isSealed(String binaryName) {
        return type(binaryName).filter(ClassHeader::isSealed).isPresent();
    }

    /** Whether all objects of a class are of one of these types: of a sealed one there are those that it permits (JLS 8.1.6). */
    boolean isCovered(String binaryName, Set<String> types) {
        return isCovered(binaryName, types, DEEPEST);
    }

    private boolean isCovered(String binaryName, Set<String> types, int depth) {
        if (types.stream().anyMatch(t -> isSubtype(binaryName, t))) {
            return true;
        }
        boolean closed = depth > 0
                && type(binaryName)
                        .filter(t -> t.isSealed() && (t.isInterface() || Modifier.isAbstract(t.flags())))
                        .isPresent();
        Set<String> permitted = closed ? project.directSubtypes(binaryName) : Set.of();
        return !permitted.isEmpty() && permitted.stream().allMatch(p -> isCovered(p, types, depth - 1));
    }

    /** The declaration that a call of this method on an instance of {@code key.owner()} runs: own class, superclasses, defaults. */
    public Optional<Body> implementation(MethodKey key) {
        for (String name : supertypes(key.owner())) {
            Optional<Body> body = body(key.in(name));
            if (body.isPresent()) {
                return body;
            }
        }
        return Optional.empty();
    }
}
