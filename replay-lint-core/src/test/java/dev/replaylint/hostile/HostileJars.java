package dev.replaylint.hostile;

import static dev.replaylint.hostile.HostileInput.fine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars that are damaged, huge inside, or full of names that lead out of them. */
final class HostileJars {

    static final String FILE = "hostile.jar";

    private HostileJars() {}

    /** Writes entries. */
    private interface Entries {
        void write(ZipOutputStream zip) throws IOException;
    }

    static List<HostileInput> all() {
        return HostileInput.all(damaged(), large(), names());
    }

    private static List<HostileInput> damaged() {
        byte[] noise = new byte[10_000];
        new Random(5).nextBytes(noise);
        return List.of(
                fine("no jar", root -> {}),
                bytes("an empty file", new byte[0]),
                bytes("noise", noise),
                bytes("only a signature", new byte[] {'P', 'K', 3, 4}),
                bytes("an end of 65,535 entries", end(0xFFFF)),
                bytes("an end without entries", end(0)),
                fine(
                        "half a jar",
                        root -> write(root, half(jar(z -> put(z, "hostile/A.class", HostileClasses.whole()))))),
                fine(
                        "a jar with noise in the middle",
                        root -> write(root, damaged(jar(z -> put(z, "evil/Bomb.class", HostileClasses.whole()))))),
                fine("a directory", root -> Files.createDirectories(root.resolve(FILE))),
                fine("a link to itself", root -> Files.createSymbolicLink(root.resolve(FILE), Path.of(FILE))),
                fine("an endless device", root -> Files.createSymbolicLink(root.resolve(FILE), Path.of("/dev/zero"))));
    }

    private static HostileInput bytes(String name, byte[] bytes) {
        return fine(name, root -> write(root, bytes));
    }

    private static void write(Path root, byte[] bytes) throws IOException {
        Files.write(root.resolve(FILE), bytes);
    }

    /** The end of a jar's directory that says how many entries there are. */
    private static byte[] end(int entries) {
        byte[] end = new byte[22];
        end[0] = 'P';
        end[1] = 'K';
        end[2] = 5;
        end[3] = 6;
        end[8] = (byte) entries;
        end[9] = (byte) (entries >> 8);
        end[10] = end[8];
        end[11] = end[9];
        return end;
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] damaged(byte[] bytes) {
        for (int i = 60; i < bytes.length / 2; i += 7) {
            bytes[i] ^= 0x5A;
        }
        return bytes;
    }

    private static List<HostileInput> large() {
        return List.of(
                fine("a class of a gigabyte", root -> bomb(root, "evil/Bomb.class", 1 << 10)),
                fine("a superclass of a gigabyte", root -> bomb(root, "hostile/Hostile.class", 1 << 10)),
                jarOf("100,000 entries", z -> {
                    for (int i = 0; i < 100_000; i++) {
                        z.putNextEntry(new ZipEntry("p/C" + i + ".class"));
                    }
                }),
                jarOf("a comment of 65,535 letters", z -> {
                    z.setComment("x".repeat(65_535));
                    put(z, "evil/Bomb.class", HostileClasses.whole());
                }));
    }

    private static void bomb(Path root, String name, int megabytes) throws IOException {
        byte[] zeros = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(root.resolve(FILE));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < megabytes; i++) {
                zip.write(zeros);
            }
        }
    }

    private static List<HostileInput> names() {
        byte[] whole = HostileClasses.whole();
        return List.of(
                jarOf("names that climb", z -> {
                    put(z, "../../hostile/A.class", whole);
                    put(z, "a/../../../etc/passwd.class", whole);
                }),
                jarOf("absolute names", z -> {
                    put(z, "/etc/A.class", whole);
                    put(z, "C:\\A.class", whole);
                    put(z, "\\\\server\\A.class", whole);
                }),
                jarOf("names with NUL and line ends", z -> {
                    put(z, "hostile/A\0.class", whole);
                    put(z, "hostile/\n##[error].class", whole);
                }),
                jarOf("a name of 60,000 letters", z -> put(z, "x".repeat(60_000) + ".class", whole)),
                jarOf("a class at another place", z -> put(z, "evil/Bomb.class", whole)),
                jarOf("a class that is a directory", z -> z.putNextEntry(new ZipEntry("evil/Bomb.class/"))),
                jarOf("a jar in the jar", z -> put(z, "lib/inner.jar", jar(y -> put(y, "evil/Bomb.class", whole)))),
                jarOf("classes for other releases", z -> {
                    put(z, "META-INF/MANIFEST.MF", "Multi-Release: true\n".getBytes());
                    put(z, "META-INF/versions/99/evil/Bomb.class", whole);
                }),
                jarOf(
                        "a class path in the manifest",
                        z -> put(z, "META-INF/MANIFEST.MF", "Class-Path: ../../x.jar http://x/y.jar\n".getBytes())),
                jarOf("a signature of nothing", z -> {
                    put(z, "META-INF/A.SF", "x".getBytes());
                    put(z, "META-INF/A.RSA", new byte[10]);
                }),
                jarOf("classes that extend each other", z -> {
                    put(z, "hostile/A.class", HostileClasses.simple("hostile/A", "hostile/Hostile"));
                    put(z, "hostile/Hostile.class", HostileClasses.simple("hostile/Hostile", "hostile/A"));
                }),
                jarOf("a copy of the platform's classes", z -> {
                    put(z, "java/lang/Object.class", HostileClasses.simple("java/lang/Object", "java/lang/String"));
                    put(z, "java/lang/String.class", HostileClasses.simple("java/lang/String", "java/lang/Object"));
                }));
    }

    private static HostileInput jarOf(String name, Entries entries) {
        return fine(name, root -> write(root, jar(entries)));
    }

    private static byte[] jar(Entries entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entries.write(zip);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
