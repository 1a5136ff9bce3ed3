package dev.replaylint.spotbugs;

import dev.replaylint.program.ClassFiles;
import edu.umd.cs.findbugs.BugReporter;
import edu.umd.cs.findbugs.classfile.CheckedAnalysisException;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import edu.umd.cs.findbugs.classfile.DescriptorFactory;
import edu.umd.cs.findbugs.classfile.IAnalysisCache;
import edu.umd.cs.findbugs.classfile.IClassPath;
import edu.umd.cs.findbugs.classfile.ICodeBase;
import edu.umd.cs.findbugs.classfile.ICodeBaseEntry;
import edu.umd.cs.findbugs.classfile.ICodeBaseIterator;
import edu.umd.cs.findbugs.classfile.IScannableCodeBase;
import edu.umd.cs.findbugs.classfile.ResourceNotFoundException;
import edu.umd.cs.findbugs.classfile.analysis.ClassData;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * SpotBugs' class path: the analysed classes, then those they are compiled with. The Java platform's are left to whoever asks; they
 * are no code to look into. Locked as a whole, since SpotBugs' own is made for one thread.
 */
final class AnalysisClassPath implements ClassFiles {

    private static final String SUFFIX = ".class";

    private final IAnalysisCache cache;
    private final IClassPath path;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<String, NavigableSet<String>> byPackage = new HashMap<>();
    private final NavigableSet<String> unreadable = new TreeSet<>();
    private final NavigableSet<String> missing = new TreeSet<>();

    AnalysisClassPath(IAnalysisCache cache) {
        this.cache = cache;
        this.path = cache.getClassPath();
    }

    @Override
    public synchronized Optional<byte[]> bytes(String binaryName) {
        if (!has(binaryName)) {
            return Optional.empty();
        }
        try {
            ClassDescriptor descriptor = DescriptorFactory.createClassDescriptorFromDottedClassName(binaryName);
            return Optional.of(
                    cache.getClassAnalysis(ClassData.class, descriptor).getData());
        } catch (CheckedAnalysisException e) {
            report(binaryName, "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public synchronized boolean has(String binaryName) {
        return known.computeIfAbsent(binaryName, this::find);
    }

    private boolean find(String binaryName) {
        return isName(binaryName)
                && resource(binaryName.replace('.', '/') + SUFFIX)
                        .filter(e -> !isPlatform(e.getCodeBase()))
                        .isPresent();
    }

    /** Names come from the analysed code: what is no identifier must not become part of a path. */
    private static boolean isName(String binaryName) {
        return !binaryName.startsWith("java.")
                && binaryName.chars().allMatch(c -> c == '.' || c != 0 && Character.isJavaIdentifierPart(c));
    }

    private Optional<ICodeBaseEntry> resource(String name) {
        try {
            return Optional.of(path.lookupResource(name));
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlatform(ICodeBase base) {
        return base.getHowDiscovered() == ICodeBase.Discovered.IN_SYSTEM_CLASSPATH;
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
            bases().filter(b -> !isPlatform(b)).forEach(this::list);
        }
    }

    /**
     * The places that belong to the analysed code: where it is analysed, and, for hosts that analyse single files, where else it is.
     *
     * @param member binary name of an analysed class
     */
    Stream<ICodeBase> own(String member) {
        String file = member.replace('.', '/') + SUFFIX;
        return bases().filter(b -> b.isApplicationCodeBase() || b.lookupResource(file) != null);
    }

    private Stream<ICodeBase> bases() {
        Stream.Builder<ICodeBase> bases = Stream.builder();
        for (Iterator<? extends ICodeBase> i = path.appCodeBaseIterator(); i.hasNext(); ) {
            bases.add(i.next());
        }
        for (Iterator<? extends ICodeBase> i = path.auxCodeBaseIterator(); i.hasNext(); ) {
            bases.add(i.next());
        }
        return bases.build();
    }

    private void list(ICodeBase base) {
        if (!(base instanceof IScannableCodeBase scannable)) {
            return;
        }
        try {
            for (ICodeBaseIterator entries = scannable.iterator(); entries.hasNext(); ) {
                add(entries.next().getResourceName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(String resource) {
        if (resource.endsWith(SUFFIX)) {
            String name =
                    resource.substring(0, resource.length() - SUFFIX.length()).replace('/', '.');
            if (isName(name)) {
                String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
                byPackage.computeIfAbsent(packageName, p -> new TreeSet<>()).add(name);
            }
        }
    }

    @Override
    public synchronized void report(String binaryName, String reason) {
        unreadable.add(binaryName + " " + reason);
    }

    @Override
    public synchronized void missing(String binaryName) {
        if (isName(binaryName) && binaryName.contains(".")) {
            missing.add(binaryName);
        }
    }

    /** Tells what could not be read or found. */
    synchronized void reportTo(BugReporter reporter) {
        unreadable.forEach(u -> reporter.logError("replay-lint: " + u));
        missing.stream()
                .map(DescriptorFactory::createClassDescriptorFromDottedClassName)
                .forEach(reporter::reportMissingClass);
    }
}
