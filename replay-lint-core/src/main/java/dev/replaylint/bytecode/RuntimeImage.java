package dev.replaylint.bytecode;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Class files of the running Java platform, through its {@code jrt:} file system. */
final class RuntimeImage {

    private final FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
    private final Map<String, String> modules = new HashMap<>();

    RuntimeImage() {
        ModuleFinder.ofSystem()
                .findAll()
                .forEach(module -> module.descriptor()
                        .packages()
                        .forEach(p -> modules.put(p, module.descriptor().name())));
    }

    Set<String> packages() {
        return modules.keySet();
    }

    boolean has(String binaryName) {
        return file(binaryName).isPresent();
    }

    Optional<byte[]> bytes(String binaryName) {
        return file(binaryName).flatMap(RuntimeImage::read);
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Names come from the analysed code: what is no identifier must not become part of a path. */
    private Optional<Path> file(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        String module = dot < 0 ? null : modules.get(binaryName.substring(0, dot));
        boolean identifier =
                binaryName.substring(dot + 1).chars().allMatch(c -> c != 0 && Character.isJavaIdentifierPart(c));
        if (module == null || !identifier) {
            return Optional.empty();
        }
        Path file = image.getPath("/modules/" + module + "/" + binaryName.replace('.', '/') + ".class");
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }
}
