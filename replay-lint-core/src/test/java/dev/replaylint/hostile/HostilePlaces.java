package dev.replaylint.hostile;

import dev.replaylint.hostile.CommittedInput.Refusal;
import dev.replaylint.hostile.CommittedInput.Writing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What is no file where a committed file is to be. Needs a file system with links and pipes. */
final class HostilePlaces {

    private HostilePlaces() {}

    static Stream<CommittedInput> all() {
        return Arrays.stream(CommittedKind.values())
                .flatMap(k -> Stream.of(
                        refused(k, "a directory", Files::createDirectory),
                        refused(k, "a pipe", HostilePlaces::pipe),
                        refused(k, "a link to itself", f -> Files.createSymbolicLink(f, f)),
                        refused(k, "a link to nothing", f -> Files.createSymbolicLink(f, Path.of("nowhere"))),
                        refused(k, "a link to what is not the author's", link("/etc/passwd")),
                        refused(k, "a link to an endless device", link("/dev/zero")),
                        refused(k, "a link to a directory", link("."))));
    }

    private static Writing link(String target) {
        return f -> Files.createSymbolicLink(f, Path.of(target));
    }

    private static void pipe(Path file) throws Exception {
        new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
    }

    private static CommittedInput refused(CommittedKind kind, String name, Writing writing) {
        String reason = "cannot be read: it is a link, a directory or a device; put a plain file there";
        return new CommittedInput(kind, name, writing, Optional.of(new Refusal(0, reason)));
    }
}
