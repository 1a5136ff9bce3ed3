package dev.replaylint.source;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.bytecode.ClassFileIndex;
import dev.replaylint.bytecode.ClassPath;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Problem;
import dev.replaylint.testing.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failure of ours while a file's code is read: the file is named, and the others are read. */
final class LoweringDefectTest {

    @TempDir
    private Path directory;

    @Test
    void theFileIsNamedAndOthersAreRead() {
        Programs.write(
                directory,
                Map.of(
                        "a/Odd.java", "package a; class Odd { void m() { who.knows(); } }",
                        "a/Fine.java", "package a; class Fine { void m() { } }"));
        try (ClassPath classPath = ClassPath.open(List.of())) {
            SourceLibrary library =
                    SourceLibrary.open(List.of(directory), List.of(), file -> true, StandardCharsets.UTF_8, Set.of());
            SourceCode code = SourceCode.of(library, ClassFileIndex.of(classPath), call -> {
                throw new IllegalStateException("lost the thread");
            });

            assertThat(code.body(new MethodKey("a.Odd", "m", "()V"))).isEqualTo(Optional.empty());
            assertThat(code.body(new MethodKey("a.Fine", "m", "()V"))).isPresent();
            assertThat(code.problems())
                    .containsExactly(new Problem(
                            directory.resolve("a/Odd.java").toString(),
                            0,
                            "cannot be analysed: java.lang.IllegalStateException: lost the thread",
                            true,
                            true));
        }
    }
}
