package dev.replaylint.bytecode;

import dev.replaylint.program.ClassFiles;
import dev.replaylint.program.Names;
import dev.replaylint.program.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Class files by binary name over jars and class directories; the first entry that has a class wins. Never loads a
 * class. Reads may come from several threads.
 */
public final class ClassPath implements ClassFiles, AutoCloseable {

    static final String SUFFIX = ".class";

    private static final String MISSING = "does not exist; build or download it, or take it off the class path";

    private static final String NO_ENTRY = "is neither a jar nor a directory; take it off the class path";

    /** Class files are smaller by far; a jar's directory may claim anything, and a small entry be gigabytes. */
    private static final int LARGEST = 4 << 20;

    /** Entries of a jar that are looked at: several times what the largest shaded jars have. */
    private static final int MOST = 200_000;

    /** Where a class file is: in a directory, or in a jar. */
    private sealed interface Place {
        record InDirectory(Path file, boolean judged) implements Place {}

        record InJar(ZipFile jar, String entry, boolean judged) implements Place {}

        boolean judged();

        /** What is in a jar has the address that jars give it. */
        default String path() {
            return this instanceof InJar j
                    ? j.jar().getName() + "!/" + j.entry()
                    : ((InDirectory) this).file().toString();
        }
    }

    private final Map<String, Place> classes = new HashMap<>();
    private final Map<Path, List<String>> byEntry = new LinkedHashMap<>();
    private final Map<String, Set<String>> byPackage = new HashMap<>();

    /** Whether directories can be packages: each has many files. */
    private final Map<String, Boolean> packages = new HashMap<>();

    private final List<ZipFile> jars = new ArrayList<>();
    private final Set<Problem> problems = new TreeSet<>();
    private final Map<String, String> damages = new HashMap<>();

    private ClassPath() {}

    /** Reads the directories of all entries; what cannot be read becomes a problem. */
    public static ClassPath open(List<Path> entries) {
        return open(List.of(), entries);
    }

    /**
     * The same with entries, before all others, whose code is to be judged: what cannot be read of them is lost.
     */
    public static ClassPath open(List<Path> judged, List<Path> entries) {
        ClassPath path = new ClassPath();
        Set<Path> seen = new HashSet<>();
        judged.stream().filter(seen::add).forEach(e -> path.add(e, true));
        entries.stream().filter(seen::add).forEach(e -> path.add(e, false));
        return path;
    }

    private void add(Path entry, boolean judged) {
        byEntry.put(entry, new ArrayList<>());
        try {
            if (Files.isDirectory(entry)) {
                ClassDirectory.files(entry, (f, e) -> report(f.toString(), "cannot be read: " + reason(e), judged))
                        .forEach((n, f) -> add(entry, n, new Place.InDirectory(f, judged)));
            } else if (Files.isRegularFile(entry)) {
                addJar(entry, judged);
            } else {
                report(entry.toString(), Files.exists(entry) ? NO_ENTRY : MISSING, judged);
            }
        } catch (IOException | IllegalArgumentException e) {
            // The zip reader signals names that are no valid text by an IllegalArgumentException.
            report(entry.toString(), "cannot be read: " + reason(e) + "; build or download it again", judged);
        }
    }

    private void addJar(Path file, boolean judged) throws IOException {
        ZipFile jar = new ZipFile(file.toFile());
        jars.add(jar);
        if (jar.size() > MOST) {
            report(file.toString(), "has more than " + MOST + " entries, the rest is left out; split it", judged);
        }
        jar.stream()
                .limit(MOST)
                .map(ZipEntry::getName)
                .filter(n -> n.endsWith(SUFFIX))
                .forEach(n -> add(file, n, new Place.InJar(jar, n, judged)));
    }

    private void add(Path entry, String file, Place place) {
        String path = file.substring(0, file.length() - SUFFIX.length());
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean noClass = last.equals("module-info") || last.equals("package-info") || last.indexOf('.') >= 0;
        String directory = path.substring(0, path.length() - last.length());
        if (noClass || !packages.computeIfAbsent(directory, ClassPath::isPackage)) {
            return;
        }
        String name = path.replace('/', '.');
        if (classes.putIfAbsent(name, place) == null) {
            byEntry.computeIfAbsent(entry, e -> new ArrayList<>()).add(name);
            byPackage
                    .computeIfAbsent(Names.packageOf(name), p -> new HashSet<>())
                    .add(name);
        }
    }

    /**
     * Whether a directory, empty or ending in {@code /}, can be a package. That leaves out {@code META-INF} with the
     * classes for other releases, {@code BOOT-INF}, and climbing with {@code ..}.
     */
    private static boolean isPackage(String directory) {
        for (int start = 0; start < directory.length(); ) {
            int end = directory.indexOf('/', start);
            boolean identifier = directory.substring(start, end).codePoints().allMatch(Character::isJavaIdentifierPart);
            if (end == start || !identifier) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    @Override
    public Optional<byte[]> bytes(String binaryName) {
        Place place = classes.get(binaryName);
        if (place == null) {
            return Optional.empty();
        }
        try (InputStream in = open(place)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("larger than 4 MB");
            }
            return Optional.of(bytes);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            report(binaryName, "cannot be read: " + reason(e));
            return Optional.empty();
        }
    }

    private static InputStream open(Place place) throws IOException {
        if (place instanceof Place.InDirectory d) {
            return Files.newInputStream(d.file());
        }
        Place.InJar j = (Place.InJar) place;
        return j.jar().getInputStream(j.jar().getEntry(j.entry()));
    }

    /** What went wrong; messages of file system exceptions are mostly just the file's name. */
    static String reason(Exception e) {
        String message = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    @Override
    public boolean has(String binaryName) {
        return classes.containsKey(binaryName);
    }

    /** Binary names of an entry's classes, sorted; without those that an earlier entry has too. */
    public List<String> classNames(Path entry) {
        return byEntry.getOrDefault(entry, List.of()).stream().sorted().toList();
    }

    @Override
    public Set<String> classNamesIn(String packageName) {
        return new TreeSet<>(byPackage.getOrDefault(packageName, Set.of()));
    }

    @Override
    public Set<String> packages() {
        return byPackage.keySet();
    }

    /** The class file; for one in a jar, behind the jar's name and {@code !/}. */
    @Override
    public String file(String binaryName) {
        Place place = classes.get(binaryName);
        return place == null ? binaryName : place.path();
    }

    @Override
    public void report(String binaryName, String reason) {
        Place place = classes.get(binaryName);
        report(file(binaryName), reason, place != null && place.judged());
        synchronized (problems) {
            damages.putIfAbsent(binaryName, reason);
        }
    }

    private void report(String file, String reason, boolean judged) {
        synchronized (problems) {
            problems.add(new Problem(file, 0, reason, judged));
        }
    }

    @Override
    public Optional<String> damage(String binaryName) {
        synchronized (problems) {
            return Optional.ofNullable(damages.get(binaryName));
        }
    }

    @Override
    public List<Problem> problems() {
        synchronized (problems) {
            return List.copyOf(problems);
        }
    }

    @Override
    public void close() {
        for (ZipFile jar : jars) {
            try {
                jar.close();
            } catch (IOException e) {
                report(jar.getName(), "cannot be closed: " + reason(e), false);
            }
        }
    }
}
