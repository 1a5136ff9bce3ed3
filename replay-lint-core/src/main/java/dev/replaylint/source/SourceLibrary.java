package dev.replaylint.source;

import com.github.javaparser.ast.CompilationUnit;
import dev.replaylint.program.CodeSource.Extent;
import dev.replaylint.program.Names;
import dev.replaylint.program.Note;
import dev.replaylint.program.Problem;
import dev.replaylint.source.GuardedParser.Unparsable;
import dev.replaylint.source.SourceText.Unreadable;
import dev.replaylint.source.attribution.SourceFinder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The source files of an analysis. All are looked at once, for the classes they declare; a file is parsed when one of these is
 * asked for.
 */
public final class SourceLibrary implements SourceFinder {

    /** A file that has been parsed. Identity decides equality. */
    static final class Parsed {
        private final SourceFile file;
        private final CompilationUnit unit;

        Parsed(SourceFile file, CompilationUnit unit) {
            this.file = file;
            this.unit = unit;
        }

        SourceFile file() {
            return file;
        }

        CompilationUnit unit() {
            return unit;
        }
    }

    private final SourceTexts texts;
    private final Predicate<String> filter;
    private final Set<String> words;
    private final Set<SourceFile> withWords = new HashSet<>();
    private final GuardedParser parser = new GuardedParser();
    private final Map<SourceFile, Outline> outlines = new LinkedHashMap<>();
    private final Map<String, SourceFile> byTopLevel = new HashMap<>();
    private final Map<String, Set<SourceFile>> byMention = new HashMap<>();
    private final Map<SourceFile, Optional<Parsed>> parsed = new HashMap<>();
    private final Set<String> packages = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private Consumer<CompilationUnit> register = unit -> {};

    private SourceLibrary(Charset encoding, Predicate<String> filter, Set<String> words) {
        this.texts = new SourceTexts(encoding);
        this.filter = filter;
        this.words = words;
    }

    /**
     * Looks at the files of all roots.
     *
     * @param judged roots of the code to judge
     * @param others roots of code that it may call
     * @param filter which root-relative names of judged files to take
     * @param words what files will be asked for by: looked for now, so that the texts of the others need not be kept
     */
    public static SourceLibrary open(
            Collection<Path> judged,
            Collection<Path> others,
            Predicate<String> filter,
            Charset encoding,
            Set<String> words) {
        SourceLibrary library = new SourceLibrary(encoding, filter, words);
        SourceRoots roots = new SourceRoots();
        judged.forEach(r -> roots.add(r, true, filter));
        others.forEach(r -> roots.add(r, false, name -> true));
        library.problems.addAll(roots.problems());
        FirstLook.at(roots.files(), encoding, words, library::add);
        return library;
    }

    /** Who wants to know of each parsed file. */
    void register(Consumer<CompilationUnit> listener) {
        register = listener;
    }

    private void add(FirstLook look) {
        SourceFile file = look.file();
        look.unreadable().ifPresent(r -> problems.add(new Problem(file.path().toString(), 0, r, file.judged())));
        look.text().ifPresent(t -> {
            withWords.add(file);
            texts.keep(file, t);
        });
        look.outline().ifPresent(o -> add(file, o));
    }

    private void add(SourceFile file, Outline outline) {
        outlines.put(file, outline);
        packages.add(outline.packageName());
        for (String name : outline.topLevel()) {
            String qualified = outline.packageName().isEmpty() ? name : outline.packageName() + "." + name;
            declare(qualified, file);
        }
        outline.mentioned()
                .forEach(m -> byMention.computeIfAbsent(m, k -> new TreeSet<>()).add(file));
    }

    /** Of two files that declare a class the first one counts; for a compiler this is an error, unless they are in two modules. */
    private void declare(String name, SourceFile file) {
        SourceFile first = byTopLevel.putIfAbsent(name, file);
        if (first != null && first != file && first.judged() && file.judged()) {
            String reason =
                    "declares `" + name + "` again, which is analysed as " + first.path() + " has it; remove one";
            problems.add(new Problem(file.path().toString(), 0, reason, false));
        }
    }

    @Override
    public Optional<CompilationUnit> unitOf(String topLevelName) {
        return Optional.ofNullable(byTopLevel.get(topLevelName))
                .flatMap(this::parse)
                .map(Parsed::unit);
    }

    @Override
    public Set<String> packages() {
        return packages;
    }

    /** The file that declares a class, by the class's top-level part; parsed on the first call. */
    Optional<Parsed> parsedFor(String binaryName) {
        return Optional.ofNullable(byTopLevel.get(topLevel(binaryName))).flatMap(this::parse);
    }

    /** Whether a class is declared in a judged file, or, if it is in no file at all, could be. */
    boolean isJudged(String binaryName) {
        String topLevel = topLevel(binaryName);
        SourceFile file = byTopLevel.get(topLevel);
        return file == null ? filter.test(topLevel.replace('.', '/') + ".java") : file.judged();
    }

    private String topLevel(String binaryName) {
        int dollar = binaryName.indexOf('$', Names.packageOf(binaryName).length() + 1);
        return byTopLevel.containsKey(binaryName) || dollar < 0 ? binaryName : binaryName.substring(0, dollar);
    }

    /** Files that may have direct subclasses of a class with this name, each parsed when it is taken. */
    Stream<Parsed> mentioning(String simpleName) {
        return byMention.getOrDefault(simpleName, Set.of()).stream().flatMap(f -> parse(f).stream());
    }

    /** Judged files in whose text one of the words stands, each parsed when it is taken: few trees are whole at a time. */
    Stream<Parsed> containing(Set<String> asked) {
        return outlines.keySet().stream()
                .filter(SourceFile::judged)
                .filter(f -> asked.equals(words) ? withWords.contains(f) : contains(f, asked))
                .flatMap(f -> parse(f).stream());
    }

    private boolean contains(SourceFile file, Set<String> asked) {
        try {
            return FirstLook.containsOne(UnicodeEscapes.in(texts.read(file)).translated(), asked);
        } catch (Unreadable e) {
            return false;
        }
    }

    /** Notes in these files. What was parsed for its code has no statements any more, so the few that have notes are parsed again. */
    List<Note> notes(Set<String> files, Note.Query query) {
        Set<String> open = new HashSet<>(files);
        List<Note> notes = new ArrayList<>();
        outlines.keySet().stream().filter(f -> open.remove(f.name())).forEach(f -> notes.addAll(notes(f, query)));
        return notes;
    }

    private List<Note> notes(SourceFile file, Note.Query query) {
        try {
            String text = texts.read(file);
            return query.concerns(text)
                    ? NoteReader.read(parser.parse(text, nesting(file)), text, file.name(), query)
                    : List.of();
        } catch (Unreadable | Unparsable e) {
            // It is among the problems since its code was asked for.
            return List.of();
        } catch (StackOverflowError e) {
            problems.add(new Problem(file.path().toString(), 0, "is nested too deeply to be analysed", true));
            return List.of();
        }
    }

    /** Only files with an outline are ever parsed. */
    private Outline.Nesting nesting(SourceFile file) {
        return Objects.requireNonNull(outlines.get(file)).nesting();
    }

    private Optional<Parsed> parse(SourceFile file) {
        Optional<Parsed> known = parsed.get(file);
        if (known != null) {
            return known;
        }
        Optional<Parsed> result = parseNow(file);
        parsed.put(file, result);
        result.ifPresent(p -> register.accept(p.unit()));
        return result;
    }

    private Optional<Parsed> parseNow(SourceFile file) {
        try {
            String text = texts.read(file);
            texts.drop(file);
            return Optional.of(new Parsed(file, parser.parse(text, nesting(file))));
        } catch (Unreadable e) {
            problems.add(new Problem(file.path().toString(), 0, e.reason(), true));
        } catch (Unparsable e) {
            problems.add(new Problem(file.path().toString(), e.line(), e.reason(), true));
        }
        return Optional.empty();
    }

    List<Problem> problems() {
        return problems;
    }

    Extent extent() {
        int read = (int) parsed.entrySet().stream()
                .filter(e -> e.getKey().judged() && e.getValue().isPresent())
                .count();
        int judged = (int) outlines.keySet().stream().filter(SourceFile::judged).count();
        return new Extent(judged, read);
    }

    /** Where the files are, by root-relative name; of two with one name the judged one. */
    public Map<String, Path> paths() {
        Map<String, Path> paths = new LinkedHashMap<>();
        outlines.keySet().forEach(f -> paths.putIfAbsent(f.name(), f.path()));
        return paths;
    }
}
