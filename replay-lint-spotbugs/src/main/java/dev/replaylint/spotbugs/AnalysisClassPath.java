package dev.replaylint.spotbugs;

import dev.replaylint.program.ClassFiles;
import dev.replaylint.program.Names;
import dev.replaylint.report.Sanitizer;
import edu.umd.cs.findbugs.BugReporter;
import edu.umd.cs.findbugs.classfile.DescriptorFactory;
import edu.umd.cs.findbugs.classfile.IClassPath;
import edu.umd.cs.findbugs.classfile.ICodeBase;
import edu.umd.cs.findbugs.classfile.ICodeBaseEntry;
import edu.umd.cs.findbugs.classfile.ICodeBaseIterator;
import edu.umd.cs.findbugs.classfile.IScannableCodeBase;
import edu.umd.cs.findbugs.classfile.impl.ZipInputStreamCodeBase;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The places of SpotBugs' class path: first the analysed classes, then what they are compiled with. The Java platform's classes are
 * left to whoever asks; they are no code to look into.
 *
 * <p>It is made in SpotBugs' thread and used in another. The places can be read from both; SpotBugs' own maps of them cannot, so they
 * are copied, and its cache is passed by.
 */
final class AnalysisClassPath implements ClassFiles {

    private static final String SUFFIX = ".class";

    private final List<ICodeBase> places = new ArrayList<>();
    private final Map<String, ICodeBaseEntry> targets = new TreeMap<>();
    private final Map<String, Optional<ICodeBaseEntry>> known = new HashMap<>();
    private final Map<String, NavigableSet<String>> byPackage = new HashMap<>();
    private final Map<String, NavigableSet<String>> unreadable = new TreeMap<>();
    private final NavigableSet<String> missing = new TreeSet<>();

    AnalysisClassPath(IClassPath path) {
        add(path.appCodeBaseIterator());
        add(path.auxCodeBaseIterator());
        path.getApplicationCodebaseEntries()
                .forEach((resource, entry) -> className(resource).ifPresent(n -> targets.put(n, entry)));
    }

    private void add(Iterator<? extends ICodeBase> bases) {
        bases.forEachRemaining(base -> {
            if (base instanceof ZipInputStreamCodeBase) {
                report(base.getPathName(), "is a jar without a readable directory: only targets are read from it");
            } else if (base.getHowDiscovered() != ICodeBase.Discovered.IN_SYSTEM_CLASSPATH) {
                places.add(base);
            }
        });
    }

    /** The class that a file holds by its name; none for {@code module-info} and such. */
    private static Optional<String> className(String resource) {
        return Optional.of(resource)
                .filter(r -> r.endsWith(SUFFIX))
                .map(r -> r.substring(0, r.length() - SUFFIX.length()).replace('/', '.'))
                .filter(AnalysisClassPath::isName);
    }

    /** Names come from the analysed code: what is no identifier must not become part of a path. */
    private static boolean isName(String binaryName) {
        return !binaryName.startsWith("java.")
                && binaryName.chars().allMatch(c -> c == '.' || c != 0 && Character.isJavaIdentifierPart(c));
    }

    /**
     * Binary names of the analysed classes, and of those that belong to them: hosts that analyse single files may leave out anonymous
     * and other nested classes.
     */
    Set<String> judged() {
        NavigableSet<String> judged = new TreeSet<>(targets.keySet());
        Set<String> outermost = new HashSet<>();
        targets.keySet().forEach(n -> outermost.add(outermost(n)));
        own().filter(b -> !b.isApplicationCodeBase())
                .flatMap(b -> classNames(b).stream())
                .filter(n -> outermost.contains(outermost(n)))
                .forEach(judged::add);
        return judged;
    }

    private static String outermost(String binaryName) {
        int dollar = binaryName.indexOf('$', binaryName.lastIndexOf('.') + 2);
        return dollar < 0 ? binaryName : binaryName.substring(0, dollar);
    }

    /** How many classes SpotBugs was given to analyse. */
    int targets() {
        return targets.size();
    }

    /** The places of the analysed code: where it is analysed, and, for hosts that analyse single files, where else it is. */
    Stream<ICodeBase> own() {
        Optional<String> file = targets.keySet().stream().findFirst().map(n -> n.replace('.', '/') + SUFFIX);
        return places.stream()
                .filter(b -> b.isApplicationCodeBase()
                        || file.filter(f -> b.lookupResource(f) != null).isPresent());
    }

    @Override
    public synchronized Optional<byte[]> bytes(String binaryName) {
        return entry(binaryName).flatMap(e -> read(binaryName, e));
    }

    private Optional<byte[]> read(String binaryName, ICodeBaseEntry entry) {
        try (InputStream in = entry.openResource()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException | IllegalStateException e) {
            report(binaryName, "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public synchronized boolean has(String binaryName) {
        return entry(binaryName).isPresent();
    }

    private Optional<ICodeBaseEntry> entry(String binaryName) {
        return known.computeIfAbsent(binaryName, this::find);
    }

    private Optional<ICodeBaseEntry> find(String binaryName) {
        if (!isName(binaryName)) {
            return Optional.empty();
        }
        String resource = binaryName.replace('.', '/') + SUFFIX;
        return Optional.ofNullable(targets.get(binaryName))
                .or(() -> places.stream()
                        .flatMap(b -> Optional.ofNullable(b.lookupResource(resource)).stream())
                        .findFirst());
    }

    @Override
    public synchronized Set<String> classNamesIn(String packageName) {
        list();
        return byPackage.getOrDefault(packageName, new TreeSet<>());
    }

    @Override
    public synchronized Set<String> packages() {
        list();
        return byPackage.keySet();
    }

    private void list() {
        if (byPackage.isEmpty()) {
            targets.keySet().forEach(this::addToPackage);
            places.forEach(p -> classNames(p).forEach(this::addToPackage));
        }
    }

    private void addToPackage(String name) {
        byPackage.computeIfAbsent(Names.packageOf(name), p -> new TreeSet<>()).add(name);
    }

    private static List<String> classNames(ICodeBase place) {
        List<String> names = new ArrayList<>();
        if (place instanceof IScannableCodeBase scannable) {
            try {
                for (ICodeBaseIterator entries = scannable.iterator(); entries.hasNext(); ) {
                    className(entries.next().getResourceName()).ifPresent(names::add);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return names;
    }

    @Override
    public synchronized void report(String binaryName, String reason) {
        unreadable.computeIfAbsent(binaryName, n -> new TreeSet<>()).add(reason);
    }

    @Override
    public synchronized Optional<String> damage(String binaryName) {
        return Optional.ofNullable(unreadable.get(binaryName)).map(NavigableSet::first);
    }

    @Override
    public synchronized void missing(String binaryName) {
        if (isName(binaryName) && binaryName.contains(".")) {
            missing.add(binaryName);
        }
    }

    /** Tells what could not be read or found. */
    synchronized void reportTo(BugReporter reporter) {
        unreadable.forEach(
                (n, all) -> all.forEach(r -> reporter.logError("replay-lint: " + Sanitizer.line(n + " " + r))));
        missing.stream()
                .map(DescriptorFactory::createClassDescriptorFromDottedClassName)
                .forEach(reporter::reportMissingClass);
    }
}
