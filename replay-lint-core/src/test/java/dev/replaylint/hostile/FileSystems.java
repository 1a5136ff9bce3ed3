package dev.replaylint.hostile;

import static dev.replaylint.hostile.Hostile.handler;
import static dev.replaylint.hostile.Hostile.seen;
import static dev.replaylint.hostile.HostileInput.FILE;
import static dev.replaylint.hostile.HostileInput.fine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that are no files, and names that are no names. Needs a file system with links and pipes. */
final class FileSystems {

    private static final String NOT_REGULAR = "is not a regular file inside its source root";

    private FileSystems() {}

    static List<HostileInput> all() {
        return HostileInput.all(links(), names());
    }

    private static List<HostileInput> links() {
        return List.of(
                fine("a link to itself", root -> link(root, root.resolve(FILE))).refused(FILE, 0, NOT_REGULAR),
                fine("a link to nothing", root -> link(root, Path.of("Nowhere.java")))
                        .refused(FILE, 0, NOT_REGULAR),
                fine("a link out of the source root", root -> link(root, Path.of("/etc/passwd")))
                        .refused(FILE, 0, NOT_REGULAR),
                fine("a link to an endless device", root -> link(root, Path.of("/dev/zero")))
                        .refused(FILE, 0, NOT_REGULAR),
                fine("a link to a directory", root -> link(root, Path.of("."))).refused(FILE, 0, NOT_REGULAR),
                fine("a link inside the source root", root -> {
                            link(root, Path.of("../other/Other.java"));
                            HostileInput.write(root, "other/Other.java", text("package other; class Other {}"));
                        })
                        .noted("other/Other.java", 0, "declares `other.Other` again"),
                fine("directories that contain each other", root -> {
                    Files.createDirectories(root.resolve("a"));
                    Files.createSymbolicLink(root.resolve("a/b"), root);
                }),
                fine("a pipe", FileSystems::pipe).refused(FILE, 0, NOT_REGULAR),
                fine("a directory with the name of a file", root -> Files.createDirectories(root.resolve(FILE))));
    }

    private static void link(Path root, Path target) throws IOException {
        Path file = root.resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, target);
    }

    private static void pipe(Path root) throws IOException {
        Path file = root.resolve(FILE);
        Files.createDirectories(file.getParent());
        try {
            new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<HostileInput> names() {
        return List.of(
                named("a name with a line end", "hostile/a\nb.java"),
                named("a name that is an order to a build server", "hostile/##[stop-commands]t.java"),
                named("a name that is an order to a terminal", "hostile/\u001b[2J.java"),
                named("a name with spaces and brackets", "hostile/a (1) [copy].java"),
                named("a name of 250 letters", "hostile/" + "x".repeat(245) + ".java"),
                named("a name that is only an ending", "hostile/.java"),
                named("a hundred directories in each other", "d/".repeat(100) + "Hostile.java"),
                fine("a thousand empty files", root -> {
                    for (int i = 0; i < 1_000; i++) {
                        HostileInput.write(root, "hostile/F" + i + ".java", new byte[0]);
                    }
                }),
                fine("files that are not source", root -> {
                    HostileInput.write(root, "hostile/Hostile.kt", text("("));
                    HostileInput.write(root, "hostile/Hostile.java.orig", text("("));
                    HostileInput.write(root, "hostile/Hostile.JAVA", text("("));
                }),
                fine("a class in two files", root -> {
                            HostileInput.write(root, "hostile/A.java", text(handler("")));
                            HostileInput.write(root, "hostile/B.java", text(handler("int x;")));
                        })
                        .noted("hostile/B.java", 0, "declares `hostile.Hostile` again"),
                fine(
                                "the sentinel's helper once more",
                                root -> HostileInput.write(
                                        root,
                                        "sentinel/Twice.java",
                                        text(
                                                "package sentinel; final class SentinelClock { static long now() { return 1; } }")))
                        .noted("sentinel/Twice.java", 0, "declares `sentinel.SentinelClock` again"));
    }

    private static HostileInput named(String name, String file) {
        return fine(name, root -> HostileInput.write(root, file, text(handler(""))));
    }

    private static byte[] text(String text) {
        return seen(text).getBytes(StandardCharsets.UTF_8);
    }
}
