package dev.replaylint.source;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replaylint.source.SourceText.Unreadable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often files are read. */
final class SourceTextsTest {

    @TempDir
    private Path directory;

    private final SourceTexts texts = new SourceTexts(StandardCharsets.UTF_8);

    private SourceFile write(String name, String text) throws Exception {
        Path file = Files.writeString(directory.resolve(name), text);
        return new SourceFile(file, name, true);
    }

    @Test
    void aTextIsReadOnceUntilItIsDropped() throws Exception {
        SourceFile file = write("A.java", "class A {}");
        assertThat(texts.read(file)).isEqualTo("class A {}");
        write("A.java", "class B {}");
        assertThat(texts.read(file)).isEqualTo("class A {}");
        texts.drop(file);
        assertThat(texts.read(file)).isEqualTo("class B {}");
    }

    @Test
    void moreThanFitsIsReadAgain() throws Exception {
        String large = "// x\n".repeat(400_000);
        for (int i = 0; i < 9; i++) {
            texts.read(write("Large" + i + ".java", large));
        }
        SourceFile last = write("Large8.java", "class Last {}");
        assertThat(texts.read(last)).isEqualTo("class Last {}");
    }

    @Test
    void whatCannotBeReadIsNotKept() throws Exception {
        SourceFile file = new SourceFile(directory.resolve("A.java"), "A.java", true);
        assertThrows(Unreadable.class, () -> texts.read(file));
        write("A.java", "class A {}");
        assertThat(texts.read(file)).isEqualTo("class A {}");
    }
}
