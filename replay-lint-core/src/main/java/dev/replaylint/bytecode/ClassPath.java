package dev.replaylint.bytecode;

import dev.replaylint.program.ClassFiles;
import dev.replaylint.program.Names;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Class files by binary name over jars and class directories; the first entry that has a class wins. Never loads a
 * class. Reads may come from several threads.
 */
public final class ClassPath implements ClassFiles, AutoCloseable {

    static final String SUFFIX = ".class";

    /** Class files are smaller by far; a jar's directory may claim anything, and a small entry be gigabytes. */
    private static final int LARGEST = 4 << 20;

    /** Entries of a jar that are looked at: several times what the largest shaded jars have. */
    private static final int MOST = 200_000;

    /** Where a class file is: in a directory, or in a jar. */
    private sealed interface Place {
        record InDirectory(Path file) implements Place {}

        record InJar(ZipFile jar, String entry) implements Place {}
    }

    private final Map<String, Place> classes = new HashMap<>();
    private final Map<Path, List<String>> byEntry = new LinkedHashMap<>();
    private final Map<String, Set<String>> byPackage = new TreeMap<>();
    private final List<ZipFile> jars = new ArrayList<>();
    private final Set<String> problems = new TreeSet<>();

    private ClassPath() {}

    /** Reads the directories of all entries; what cannot be read becomes a problem. */
    public static ClassPath open(List<Path> entries) {
        ClassPath path = new ClassPath();
        entries.stream().distinct().forEach(path::add);
        return path;
    }

    private void add(Path entry) {
        byEntry.put(entry, new ArrayList<>());
        try {
            if (Files.isDirectory(entry)) {
                ClassDirectory.files(entry, this::report).forEach((n, f) -> add(entry, n, new Place.InDirectory(f)));
            } else if (Files.isRegularFile(entry)) {
                addJar(entry);
            } else {
                report(entry + (Files.exists(entry) ? " is neither a jar nor a directory" : " does not exist"));
            }
        } catch (IOException | IllegalArgumentException e) {
            // The zip reader signals names that are no valid text by an IllegalArgumentException.
            report(entry + " cannot be read: " + reason(e));
        }
    }

    private void addJar(Path file) throws IOException {
        ZipFile jar = new ZipFile(file.toFile());
        jars.add(jar);
        if (jar.size() > MOST) {
            report(file + " has more than " + MOST + " entries, the rest is left out");
        }
        jar.stream()
                .limit(MOST)
                .map(ZipEntry::getName)
                .filter(n -> n.endsWith(SUFFIX))
                .forEach(n -> add(file, n, new Place.InJar(jar, n)));
    }

    private void add(Path entry, String file, Place place) {
        String path = file.substring(0, file.length() - SUFFIX.length());
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean noClass = last.equals("module-info") || last.equals("package-info") || last.indexOf('.') >= 0;
        if (noClass || !isPackage(path.substring(0, path.length() - last.length()))) {
            return;
        }
        String name = path.replace('/', '.');
        if (classes.putIfAbsent(name, place) == null) {
            byEntry.computeIfAbsent(entry, e -> new ArrayList<>()).add(name);
            byPackage
                    .computeIfAbsent(Names.packageOf(name), p -> new TreeSet<>())
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
        return byPackage.getOrDefault(packageName, Set.of());
    }

    @Override
    public Set<String> packages() {
        return byPackage.keySet();
    }

    /** Notes what is wrong with a class, and in which jar. */
    @Override
    public void report(String binaryName, String reason) {
        Place place = classes.get(binaryName);
        String jar = place instanceof Place.InJar j ? " in " + new File(j.jar().getName()).getName() : "";
        report(binaryName + jar + " " + reason);
    }

    private void report(String problem) {
        synchronized (problems) {
            problems.add(problem);
        }
    }

    /** What could not be read so far: one line each with entry and reason, sorted. */
    public List<String> problems() {
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
                report(jar.getName() + " cannot be closed: " + reason(e));
            }
        }
    }
}
