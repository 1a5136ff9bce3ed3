package dev.replaylint.bytecode;

import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Headers of classes from class files: of the class path, then of the Java platform, then of a fallback. */
public final class ClassFileIndex implements ClassIndex {

    private final ClassPath classPath;
    private final RuntimeImage platform = new RuntimeImage();
    private final Function<String, Optional<byte[]>> fallback;
    private final Map<String, Optional<ClassHeader>> headers = new HashMap<>();
    private final Set<String> packages = new HashSet<>();

    private ClassFileIndex(ClassPath classPath, Function<String, Optional<byte[]>> fallback) {
        this.classPath = classPath;
        this.fallback = fallback;
        classPath.packages().forEach(this::addPackage);
        platform.packages().forEach(this::addPackage);
    }

    public static ClassFileIndex of(ClassPath classPath) {
        return of(classPath, name -> Optional.empty());
    }

    /** An index that asks {@code fallback} for the bytes of classes that nobody else has. */
    public static ClassFileIndex of(ClassPath classPath, Function<String, Optional<byte[]>> fallback) {
        return new ClassFileIndex(classPath, fallback);
    }

    private void addPackage(String name) {
        String prefix = name;
        while (packages.add(prefix) && prefix.contains(".")) {
            prefix = prefix.substring(0, prefix.lastIndexOf('.'));
        }
    }

    @Override
    public Optional<ClassHeader> find(String binaryName) {
        Optional<ClassHeader> known = headers.get(binaryName);
        if (known == null) {
            known = bytes(binaryName).flatMap(b -> read(binaryName, b));
            headers.put(binaryName, known);
        }
        return known;
    }

    private Optional<ClassHeader> read(String name, byte[] bytes) {
        try {
            return Optional.of(HeaderReader.read(bytes, this));
        } catch (RuntimeException e) {
            // ASM signals damaged and too new class files by any of several unchecked exceptions.
            classPath.report(name + " is no class file that can be read");
            return Optional.empty();
        }
    }

    /** The class file, wherever it is found. */
    public Optional<byte[]> bytes(String binaryName) {
        return classPath.bytes(binaryName).or(() -> platform.bytes(binaryName)).or(() -> fallback.apply(binaryName));
    }

    /** Whether the class path, not the platform, has the class. */
    public boolean isLibrary(String binaryName) {
        return classPath.has(binaryName);
    }

    @Override
    public boolean hasPackage(String name) {
        return packages.contains(name);
    }

    ClassPath classPath() {
        return classPath;
    }
}
