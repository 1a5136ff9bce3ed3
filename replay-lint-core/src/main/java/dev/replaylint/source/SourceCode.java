package dev.replaylint.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.replaylint.program.Body;
import dev.replaylint.program.CodeSource;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Note;
import dev.replaylint.program.Problem;
import dev.replaylint.program.TooComplex;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassIndex;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.source.SourceLibrary.Parsed;
import dev.replaylint.source.attribution.Attribution;
import dev.replaylint.source.attribution.SourceTypes;
import dev.replaylint.source.lowering.Classes;
import dev.replaylint.source.lowering.LastResort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The project's code, read from its sources. A file is parsed when a class of it is asked for, and lowered when its code is. */
public final class SourceCode implements CodeSource {

    private final SourceLibrary library;
    private final SourceTypes types;
    private final LastResort lastResort;
    private final Attribution attribution;
    private final Map<Parsed, Classes.Lowered> lowered = new HashMap<>();
    private final Memo<String, Set<String>> subtypes = new Memo<>(this::findSubtypes);
    private final Map<MethodKey, Body> bodies = new HashMap<>();
    private final Map<String, List<Body>> byOwner = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private SourceCode(SourceLibrary library, ClassIndex classPath, LastResort lastResort) {
        this.lastResort = lastResort;
        this.library = library;
        this.types = new SourceTypes(classPath, library);
        library.register(types::add);
        this.attribution = new Attribution(types);
    }

    /**
     * Code of these files.
     *
     * @param classPath headers of all other classes
     * @param lastResort whom to ask for the targets of calls that stay unknown
     */
    public static SourceCode of(SourceLibrary library, ClassIndex classPath, LastResort lastResort) {
        return new SourceCode(library, classPath, lastResort);
    }

    /** Headers of the sources' classes and, behind them, of the class path. */
    public ClassIndex headers() {
        return types;
    }

    @Override
    public Optional<ClassHeader> type(String binaryName) {
        return library.parsedFor(binaryName)
                .flatMap(p -> types.find(binaryName))
                .or(() -> localType(binaryName));
    }

    private Optional<ClassHeader> localType(String binaryName) {
        return byOwner.containsKey(binaryName) ? types.find(binaryName) : Optional.empty();
    }

    @Override
    public Optional<Body> body(MethodKey key) {
        library.parsedFor(key.owner()).ifPresent(this::lower);
        Body exact = bodies.get(key);
        return exact != null ? Optional.of(exact) : overriding(key);
    }

    /** Where the compiler would make a bridge: the one method that overrides one with another result, or a generic one. */
    private Optional<Body> overriding(MethodKey key) {
        List<String> parameters = Descriptors.parameters(key.descriptor());
        List<Body> sameArity = byOwner.getOrDefault(key.owner(), List.of()).stream()
                .filter(b -> b.key().name().equals(key.name()) && b.key().arity() == parameters.size())
                .toList();
        Optional<Body> other = sameArity.stream()
                .filter(b -> Descriptors.parameters(b.key().descriptor()).equals(parameters))
                .findFirst();
        boolean generic = sameArity.size() == 1
                && (key.descriptor().contains("Ljava/lang/Object;") || isGeneric(key.owner(), key, new HashSet<>()));
        return other.or(() -> Optional.of(sameArity).filter(b -> generic).map(b -> b.get(0)));
    }

    /** Whether a supertype declares the method for a type variable, so that its bound is in the descriptor. */
    private boolean isGeneric(String type, MethodKey key, Set<String> seen) {
        return seen.add(type)
                && types.find(type).stream()
                        .flatMap(t -> t.supertypes().stream())
                        .anyMatch(s -> declaresGeneric(s.name(), key) || isGeneric(s.name(), key, seen));
    }

    private boolean declaresGeneric(String type, MethodKey key) {
        return types.find(type).stream()
                .flatMap(t -> t.methods().stream())
                .anyMatch(m -> m.name().equals(key.name())
                        && m.descriptor().equals(key.descriptor())
                        && m.parameters().stream().anyMatch(TypeVariable.class::isInstance));
    }

    private Classes.Lowered lower(Parsed file) {
        Classes.Lowered known = lowered.get(file);
        if (known != null) {
            return known;
        }
        Classes.Lowered result = attributed(file);
        lowered.put(file, result);
        result.bodies().values().forEach(b -> {
            bodies.putIfAbsent(b.key(), b);
            byOwner.computeIfAbsent(b.key().owner(), o -> new ArrayList<>()).add(b);
        });
        result.localClasses().forEach(c -> byOwner.computeIfAbsent(c, o -> new ArrayList<>()));
        return result;
    }

    private Classes.Lowered attributed(Parsed file) {
        CompilationUnit unit = file.unit();
        int failuresBefore = attribution.failures().size();
        try {
            return Classes.lower(unit, file.file().name(), attribution, types, lastResort);
        } catch (TooComplex e) {
            problems.add(new Problem(file.file().path().toString(), e.location().line(), e.reason(), true));
            return new Classes.Lowered(Map.of(), Set.of());
        } catch (StackOverflowError e) {
            problems.add(new Problem(file.file().path().toString(), 0, "is nested too deeply to be analysed", true));
            return new Classes.Lowered(Map.of(), Set.of());
        } catch (RuntimeException | AssertionError e) {
            // A defect of ours must not take the other files with it.
            problems.add(new Problem(file.file().path().toString(), 0, "cannot be analysed: " + e, true, true));
            return new Classes.Lowered(Map.of(), Set.of());
        } finally {
            attribution
                    .failures()
                    .subList(failuresBefore, attribution.failures().size())
                    .forEach(f -> problems.add(new Problem(file.file().path().toString(), 0, f, true)));
            attribution.forget();
            GuardedParser.dropCode(unit);
        }
    }

    @Override
    public Set<String> directSubtypes(String binaryName) {
        return subtypes.get(binaryName);
    }

    private Set<String> findSubtypes(String binaryName) {
        String simple = binaryName.substring(Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1);
        Set<String> found = new TreeSet<>();
        library.mentioning(simple).forEach(file -> {
            Set<String> declared = new TreeSet<>(declaredIn(file.unit()));
            declared.addAll(lower(file).localClasses());
            declared.stream().filter(d -> extendsDirectly(d, binaryName)).forEach(found::add);
        });
        return found;
    }

    /** Binary names of the member classes of a file, nested ones included. */
    private Set<String> declaredIn(CompilationUnit unit) {
        Set<String> names = new TreeSet<>();
        unit.getTypes().forEach(t -> addNames(t, names));
        return names;
    }

    private void addNames(TypeDeclaration<?> type, Set<String> names) {
        names.add(attribution.className(type));
        type.getMembers().stream()
                .filter(TypeDeclaration.class::isInstance)
                .forEach(m -> addNames((TypeDeclaration<?>) m, names));
    }

    private boolean extendsDirectly(String name, String supertype) {
        return types.find(name)
                .filter(t -> t.supertypes().stream().map(ClassType::name).anyMatch(n -> Objects.equals(n, supertype)))
                .isPresent();
    }

    @Override
    public List<String> typesMentioning(Set<String> words) {
        Set<String> names = new TreeSet<>();
        library.containing(words).forEach(file -> {
            names.addAll(declaredIn(file.unit()));
            names.addAll(lower(file).localClasses());
        });
        return List.copyOf(names);
    }

    @Override
    public boolean isJudged(String binaryName) {
        return library.isJudged(binaryName);
    }

    @Override
    public List<Note> notes(Set<String> files, Note.Query query) {
        return library.notes(files, query).stream().sorted(Note.ORDER).toList();
    }

    @Override
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(library.problems());
        all.addAll(problems);
        return all.stream().distinct().sorted().toList();
    }

    @Override
    public Extent extent() {
        return library.extent();
    }
}
