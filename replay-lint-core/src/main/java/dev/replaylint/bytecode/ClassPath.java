package dev.replaylint.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Class files by binary name over jars and class directories; the first entry that has a class wins. Never loads a class. */
public final class ClassPath implements AutoCloseable {

    /** No compiler writes larger class files; a jar's directory may claim anything. */
    private static final int LARGEST = 16 << 20;

    private static final String SUFFIX = ".class";

    /** Where a class file is: in a directory, or in a jar. */
    private sealed interface Place {
        record InDirectory(Path file) implements Place {}

        record InJar(ZipFile jar, String entry) implements Place {}
    }

    private final Map<String, Place> classes = new LinkedHashMap<>();
    private final Map<Path, List<String>> byEntry = new LinkedHashMap<>();
    private final Map<String, Set<String>> byPackage = new TreeMap<>();
    private final List<ZipFile> jars = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

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
                addDirectory(entry);
            } else if (Files.isRegularFile(entry)) {
                addJar(entry);
            } else {
                problems.add(entry + " does not exist");
            }
        } catch (IOException | UncheckedIOException e) {
            problems.add(entry + " cannot be read: " + e.getMessage());
        }
    }

    private void addDirectory(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(f -> f.toString().endsWith(SUFFIX))
                    .sorted()
                    .forEach(
                            f -> add(root, root.relativize(f).toString().replace('\\', '/'), new Place.InDirectory(f)));
        }
    }

    private void addJar(Path file) throws IOException {
        ZipFile jar = new ZipFile(file.toFile());
        jars.add(jar);
        jar.stream()
                .map(ZipEntry::getName)
                .filter(n -> n.endsWith(SUFFIX) && !n.startsWith("META-INF/"))
                .forEach(n -> add(file, n, new Place.InJar(jar, n)));
    }

    private void add(Path entry, String file, Place place) {
        String name = file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
        if (name.equals("module-info") || name.endsWith("package-info")) {
            return;
        }
        if (classes.putIfAbsent(name, place) == null) {
            byEntry.computeIfAbsent(entry, e -> new ArrayList<>()).add(name);
            int dot = name.lastIndexOf('.');
            byPackage
                    .computeIfAbsent(dot < 0 ? "" : name.substring(0, dot), p -> new TreeSet<>())
                    .add(name);
        }
    }

    /** The class file; empty if there is none or it cannot be read. */
    public Optional<byte[]> bytes(String binaryName) {
        Place place = classes.get(binaryName);
        if (place == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    place instanceof Place.InDirectory d ? Files.readAllBytes(d.file()) : read((Place.InJar) place));
        } catch (IOException | IllegalStateException e) {
            report(binaryName + " cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static byte[] read(Place.InJar place) throws IOException {
        ZipEntry entry = place.jar().getEntry(place.entry());
        try (InputStream in = place.jar().getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("larger than 16 MB");
            }
            return bytes;
        }
    }

    boolean has(String binaryName) {
        return classes.containsKey(binaryName);
    }

    /** Binary names of an entry's classes, sorted. */
    public List<String> classNames(Path entry) {
        return byEntry.getOrDefault(entry, List.of()).stream().sorted().toList();
    }

    /** Binary names of the classes in a package, without those below it. */
    Set<String> classNamesIn(String packageName) {
        return byPackage.getOrDefault(packageName, Set.of());
    }

    public Set<String> packages() {
        return byPackage.keySet();
    }

    void report(String problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** What could not be read so far: one line each with entry and reason. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        for (ZipFile jar : jars) {
            try {
                jar.close();
            } catch (IOException e) {
                report(jar.getName() + " cannot be closed: " + e.getMessage());
            }
        }
    }
}
