package dev.replaylint.bytecode;

import dev.replaylint.program.Body;
import dev.replaylint.program.CodeSource;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Names;
import dev.replaylint.program.Note;
import dev.replaylint.program.Problem;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.JavaType.ClassType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Code read from class files: of the project, or of its libraries. */
public final class ClassFileCode implements CodeSource {

    /** Parsed classes kept at a time; bodies are kept by whoever asked for them. */
    private static final int KEPT = 64;

    private final ClassFileIndex index;
    private final FieldOwners fields;
    private final SwitchMaps maps;
    private final Set<String> project;
    private final boolean judged;
    private final Map<String, Optional<ClassCode>> classes;
    private final Map<String, Set<String>> subtypes = new HashMap<>();
    private final Memo<String, Set<String>> inPackages = new Memo<>(this::packageSubtypes);
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> read = new TreeSet<>();

    private ClassFileCode(ClassFileIndex index, Set<String> project, boolean judged) {
        this.index = index;
        this.fields = new FieldOwners(index);
        this.maps = new SwitchMaps(index);
        this.project = project;
        this.judged = judged;
        this.classes = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Optional<ClassCode>> eldest) {
                return size() > KEPT;
            }
        };
    }

    /** The classes of these binary names, which must be among the index's class files. */
    public static ClassFileCode project(Collection<String> names, ClassFileIndex index) {
        return new ClassFileCode(index, new TreeSet<>(names), true);
    }

    /** All classes of the index's class path; the Java platform has no code here. */
    public static ClassFileCode libraries(ClassFileIndex index) {
        return new ClassFileCode(index, Set.of(), false);
    }

    private boolean owns(String binaryName) {
        return judged ? project.contains(binaryName) : index.isLibrary(binaryName);
    }

    @Override
    public Optional<ClassHeader> type(String binaryName) {
        return owns(binaryName) ? index.find(binaryName) : Optional.empty();
    }

    @Override
    public Optional<Body> body(MethodKey key) {
        return owns(key.owner()) ? code(key.owner()).flatMap(c -> body(c, key)) : Optional.empty();
    }

    private Optional<Body> body(ClassCode code, MethodKey key) {
        try {
            return code.body(key);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            // Code that no compiler writes: the verifier would refuse it.
            problem(key.owner(), "has code that cannot be read in " + key.name());
            return Optional.empty();
        }
    }

    private Optional<ClassCode> code(String name) {
        Optional<ClassCode> known = classes.get(name);
        if (known == null) {
            known = bytes(name).flatMap(b -> parse(name, b));
            classes.put(name, known);
        }
        return known;
    }

    /** What is wrong with a class without a header has been said. */
    private Optional<byte[]> bytes(String name) {
        return index.find(name).flatMap(h -> index.bytes(name));
    }

    private Optional<ClassCode> parse(String name, byte[] bytes) {
        try {
            ClassCode code = new ClassCode(node(bytes), fields, maps);
            read.add(name);
            return Optional.of(code);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            problem(name, "is no class file that can be read");
            return Optional.empty();
        }
    }

    private static ClassNode node(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
        return node;
    }

    private void problem(String name, String reason) {
        Problem problem = new Problem(index.files().file(name), 0, reason, judged);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    @Override
    public Set<String> directSubtypes(String binaryName) {
        return judged ? projectSubtypes(binaryName) : inPackages.get(binaryName);
    }

    /** Of a library's classes only those in the same package are looked at: there implementations usually are. */
    private Set<String> packageSubtypes(String binaryName) {
        Set<String> found = new TreeSet<>();
        for (String name : index.files().classNamesIn(Names.packageOf(binaryName))) {
            boolean extendsIt = index.find(name).map(ClassHeader::supertypes).orElse(List.of()).stream()
                    .anyMatch(s -> s.name().equals(binaryName));
            if (extendsIt) {
                found.add(name);
            }
        }
        return found;
    }

    private Set<String> projectSubtypes(String binaryName) {
        if (subtypes.isEmpty()) {
            for (String name : project) {
                index.find(name).map(ClassHeader::supertypes).orElse(List.of()).stream()
                        .map(ClassType::name)
                        .forEach(s -> subtypes.computeIfAbsent(s, k -> new TreeSet<>())
                                .add(name));
            }
        }
        return subtypes.getOrDefault(binaryName, Set.of());
    }

    @Override
    public List<String> typesMentioning(Set<String> words) {
        project.stream().filter(n -> index.find(n).isEmpty()).forEach(n -> problem(n, index.damage(n)));
        return mentioning(project, words);
    }

    private List<String> mentioning(Collection<String> names, Set<String> words) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            // The words are ASCII, so any charset does that keeps it; searching in a string is fast from the start.
            Optional<String> text = index.bytes(name).map(b -> new String(b, StandardCharsets.ISO_8859_1));
            if (text.isPresent() && words.stream().anyMatch(text.get()::contains)) {
                found.add(name);
            }
        }
        return found;
    }

    @Override
    public List<Note> notes(Set<String> files, Note.Query query) {
        Set<String> packages = new TreeSet<>();
        files.forEach(f -> packages.add(f.substring(0, f.lastIndexOf('/') + 1)));
        List<String> candidates = project.stream()
                .filter(n ->
                        packages.contains(n.substring(0, n.lastIndexOf('.') + 1).replace('.', '/')))
                .toList();
        return mentioning(candidates, query.words()).stream()
                .flatMap(n -> nodes(List.of(n)).stream())
                .filter(n -> files.contains(ClassCode.file(n)))
                .flatMap(n -> annotations(n, query).stream())
                .sorted(Note.ORDER)
                .toList();
    }

    private List<Note> annotations(ClassNode node, Note.Query query) {
        try {
            return AnnotationReader.read(node, inside(node), query.annotations());
        } catch (RuntimeException e) {
            problem(Names.binary(node.name), "has annotations that cannot be read");
            return List.of();
        }
    }

    private List<ClassNode> inside(ClassNode outer) {
        String prefix = Names.binary(outer.name) + "$";
        return nodes(project.stream().filter(n -> n.startsWith(prefix)).toList());
    }

    private List<ClassNode> nodes(List<String> names) {
        List<ClassNode> nodes = new ArrayList<>();
        for (String name : names) {
            try {
                bytes(name).map(ClassFileCode::node).ifPresent(nodes::add);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                problem(name, "is no class file that can be read");
            }
        }
        return nodes;
    }

    /** A class that is there and is not the project's belongs to somebody else. */
    @Override
    public boolean isJudged(String binaryName) {
        return project.contains(binaryName) || !index.isLibrary(binaryName);
    }

    @Override
    public List<Problem> problems() {
        return Stream.concat(problems.stream(), index.files().problems().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Extent extent() {
        return new Extent(project.size(), read.size());
    }
}
