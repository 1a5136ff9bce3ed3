package dev.replaylint.suppression;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replaylint.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is left alone where it says the same, and where it cannot be read. How it is replaced is tested with the manifest. */
final class BaselineFileTest {

    private static final Baseline ONE = new Baseline(
            new TreeMap<>(Map.of(BaselineTextTest.entry("wall-clock|shop.A|pay|Instant.now", Severity.ERROR), 1)));

    @TempDir
    private Path module;

    private BaselineFile file;

    @BeforeEach
    void open() {
        file = new BaselineFile(module, module.resolve("target"));
    }

    @Test
    void isNotThereUntilWritten() throws Exception {
        assertThat(file.read()).isEqualTo(Optional.empty());
        assertThat(file.write(Optional.empty(), ONE)).isTrue();
        assertThat(file.read()).isEqualTo(Optional.of(ONE));
        assertThat(file.write(file.read(), ONE)).isFalse();
        assertThat(names()).containsExactly("replay-lint-baseline.json", "target");
    }

    @Test
    void isLeftAloneIfItSaysTheSame() throws Exception {
        file.write(Optional.empty(), ONE);
        String other = Files.readString(file.path()).replace("\n", "\r\n");
        Files.writeString(file.path(), other);
        assertThat(file.write(file.read(), ONE)).isFalse();
        assertThat(Files.readString(file.path())).isEqualTo(other);
    }

    @Test
    void isNotOverwrittenIfItCannotBeRead() throws Exception {
        Files.writeString(file.path(), "<<<<<<< HEAD\n");
        BaselineFile.Invalid invalid = assertThrows(BaselineFile.Invalid.class, file::read);
        assertThat(invalid.getMessage())
                .isEqualTo(file.path()
                        + ":1:1: the merge conflict is not solved: there is a marker `<<<<<<<`; restore the file from version"
                        + " control, or take either side of the merge");
        assertThrows(BaselineFile.Invalid.class, () -> file.write(Optional.empty(), ONE));
        assertThat(Files.readString(file.path())).isEqualTo("<<<<<<< HEAD\n");
    }

    @Test
    void isNotOverwrittenIfItChangedMeanwhile() throws Exception {
        file.write(Optional.empty(), ONE);
        IOException stale = assertThrows(IOException.class, () -> file.write(Optional.empty(), Baseline.EMPTY));
        assertThat(stale).hasMessageThat().contains("was changed meanwhile");
        assertThat(file.read()).isEqualTo(Optional.of(ONE));
    }

    @Test
    void isNoDirectory() throws Exception {
        Files.createDirectory(file.path());
        assertThat(assertThrows(BaselineFile.Invalid.class, file::read))
                .hasMessageThat()
                .contains("replay-lint-baseline.json: cannot be read");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(module)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
