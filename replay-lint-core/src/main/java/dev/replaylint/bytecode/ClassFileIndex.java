package dev.replaylint.bytecode;

import dev.replaylint.program.ClassFiles;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassIndex;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Headers of classes from class files: of the class path, then of the Java platform, then of a fallback. May be asked
 * from several threads; each class has one header for all of them, since type variables are equal by identity.
 */
public final class ClassFileIndex implements ClassIndex {

    /** The first four bytes of every class file (JVMS 4.1). */
    private static final int CLASS_FILE = 0xCAFEBABE;

    private static final String UNREADABLE = "is no class file that can be read";

    private static final String AGAIN = "; compile it again";

    private static final String OLDER = "; compile it for an older release, or use a newer replay-lint";

    private final ClassFiles files;
    private final RuntimeImage platform = new RuntimeImage();
    private final Function<String, Optional<byte[]>> fallback;
    private final Map<String, Optional<BinaryHeader>> headers = new ConcurrentHashMap<>();
    private final Set<String> fallbackPackages;

    /** Filled when it is first asked for: listing all packages may mean opening all jars. */
    private final Set<String> packages = new HashSet<>();

    private ClassFileIndex(
            ClassFiles files, Function<String, Optional<byte[]>> fallback, Set<String> fallbackPackages) {
        this.files = files;
        this.fallback = fallback;
        this.fallbackPackages = fallbackPackages;
    }

    public static ClassFileIndex of(ClassFiles files) {
        return of(files, name -> Optional.empty());
    }

    /**
     * An index that asks {@code fallback} for the bytes of classes that nobody else has. The packages of those classes
     * stay unknown to {@link #hasPackage}.
     */
    public static ClassFileIndex of(ClassFiles files, Function<String, Optional<byte[]>> fallback) {
        return of(files, fallback, Set.of());
    }

    /**
     * An index with a fallback of which it is known what packages it has.
     *
     * @param packages packages of the fallback's classes, such as {@code java.util}
     */
    public static ClassFileIndex of(
            ClassFiles files, Function<String, Optional<byte[]>> fallback, Set<String> packages) {
        return new ClassFileIndex(files, fallback, packages);
    }

    private void addPackage(String name) {
        String prefix = name;
        while (packages.add(prefix) && prefix.contains(".")) {
            prefix = prefix.substring(0, prefix.lastIndexOf('.'));
        }
    }

    @Override
    public Optional<ClassHeader> find(String binaryName) {
        return header(binaryName).map(h -> h);
    }

    private Optional<BinaryHeader> header(String binaryName) {
        Optional<BinaryHeader> known = headers.get(binaryName);
        if (known != null) {
            return known;
        }
        Optional<byte[]> bytes = bytes(binaryName);
        if (bytes.isEmpty()) {
            files.missing(binaryName);
        }
        Optional<BinaryHeader> read = bytes.flatMap(b -> read(binaryName, b));
        Optional<BinaryHeader> earlier = headers.putIfAbsent(binaryName, read);
        return earlier == null ? read : earlier;
    }

    private Optional<BinaryHeader> read(String name, byte[] bytes) {
        // ASM looks at neither the magic number nor all of the version.
        if (!isClassFile(bytes)) {
            files.report(name, UNREADABLE + AGAIN);
            return Optional.empty();
        }
        int major = ByteBuffer.wrap(bytes).getShort(6) & 0xFFFF;
        if (major > HeaderReader.NEWEST) {
            files.report(name, UNREADABLE + ": its version " + major + " is newer than " + HeaderReader.NEWEST + OLDER);
            return Optional.empty();
        }
        try {
            BinaryHeader header = HeaderReader.read(bytes, this::header);
            if (header.name().equals(name)) {
                return Optional.of(header);
            }
            files.report(name, "is the class file of another class" + AGAIN);
        } catch (RuntimeException | StackOverflowError e) {
            // ASM signals damage by any of several unchecked exceptions; types may be nested as deep as a file is long.
            files.report(name, UNREADABLE + AGAIN);
        }
        return Optional.empty();
    }

    /** Why a class that is there could not be read, as one lower-case phrase. */
    String damage(String binaryName) {
        return files.damage(binaryName).orElse("cannot be read");
    }

    /** Whether magic number and version are there (JVMS 4.1). */
    private static boolean isClassFile(byte[] bytes) {
        return bytes.length >= 8 && ByteBuffer.wrap(bytes).getInt() == CLASS_FILE;
    }

    /** The class file, wherever it is found. */
    public Optional<byte[]> bytes(String binaryName) {
        return files.bytes(binaryName).or(() -> platform.bytes(binaryName)).or(() -> fallback.apply(binaryName));
    }

    /** Whether the Java platform has the class, even if the class path has one of this name too. */
    public boolean isPlatform(String binaryName) {
        return platform.has(binaryName);
    }

    /** Whether the class path has the class, which then hides one of the platform. */
    public boolean isLibrary(String binaryName) {
        return files.has(binaryName);
    }

    @Override
    public synchronized boolean hasPackage(String name) {
        if (packages.isEmpty()) {
            files.packages().forEach(this::addPackage);
            platform.packages().forEach(this::addPackage);
            fallbackPackages.forEach(this::addPackage);
        }
        return packages.contains(name);
    }

    ClassFiles files() {
        return files;
    }
}
