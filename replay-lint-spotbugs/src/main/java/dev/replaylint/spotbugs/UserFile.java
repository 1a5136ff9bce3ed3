package dev.replaylint.spotbugs;

import edu.umd.cs.findbugs.SystemProperties;
import edu.umd.cs.findbugs.classfile.ICodeBase;
import edu.umd.cs.findbugs.classfile.ICodeBaseEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file that the user may provide: one that a system property names, or a resource of the analysed classes, which also hosts have
 * that set no properties for a project.
 *
 * @param property name of the system property
 * @param resource name of the resource
 */
record UserFile(String property, String resource) {

    /** Makes something of a file's content. */
    interface Parser<T, E extends Exception> {

        /** What the content says; {@code name} is what messages call the file. */
        T parse(byte[] content, String name) throws E;
    }

    /**
     * What the file says; empty if there is none.
     *
     * @param bases places of the class path that belong to the analysed code
     * @throws IOException if there is one and it cannot be read
     */
    <T, E extends Exception> Optional<T> read(Stream<ICodeBase> bases, Parser<T, E> parser) throws IOException, E {
        String set = SystemProperties.getProperty(property);
        if (set != null && !set.isBlank()) {
            Path file = path(set.strip());
            return Optional.of(parser.parse(bytes(file), file.toString()));
        }
        Optional<ICodeBaseEntry> entry = bases.map(b -> Optional.ofNullable(b.lookupResource(resource)))
                .flatMap(Optional::stream)
                .findFirst();
        return entry.isPresent() ? Optional.of(parser.parse(bytes(entry.get()), name(entry.get()))) : Optional.empty();
    }

    /** Hosts start SpotBugs in different directories: a relative path would name another file in each. */
    private Path path(String set) throws IOException {
        try {
            Path path = Path.of(set);
            if (path.isAbsolute()) {
                return path;
            }
            throw new IOException("the system property " + property + " is `" + set
                    + "`; give an absolute path, such as ${project.basedir}/" + set);
        } catch (InvalidPathException e) {
            throw new IOException("the system property " + property + " is no path: " + e.getMessage(), e);
        }
    }

    private byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            String reason = Files.exists(file) ? "cannot be read: " + e.getMessage() : "does not exist";
            throw new IOException(file + ": " + reason + "; it is set by the system property " + property, e);
        }
    }

    private String name(ICodeBaseEntry entry) {
        String place = entry.getCodeBase().getPathName();
        return place == null ? resource : place + "/" + resource;
    }

    private byte[] bytes(ICodeBaseEntry entry) throws IOException {
        try (InputStream in = entry.openResource()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IOException(name(entry) + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
