package dev.replaylint.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The summary of a step of GitHub Actions. One that is too large is not shown at all, so each text is added as a whole, or only its
 * beginning, or not.
 *
 * @param file what is in it already stays
 */
record StepSummary(Path file) {

    private static final int LARGEST = 1 << 20;

    /** Kept for the beginnings of what does not fit: a hundred modules have room. */
    private static final int RESERVE = 1 << 16;

    /** Adds Markdown; what stays if there is no room for all of it are the first two paragraphs, its title and its verdict. */
    void append(String text) throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        byte[] beginning = beginning(text).getBytes(StandardCharsets.UTF_8);
        if (size + all.length <= LARGEST - RESERVE) {
            write(all);
        } else if (size + beginning.length <= LARGEST) {
            write(beginning);
        }
    }

    private void write(byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String beginning(String text) {
        String[] paragraphs = text.split("\n\n", 3);
        return paragraphs[0] + "\n\n" + (paragraphs.length > 1 ? paragraphs[1] : "")
                + "\n\nThere is no room for more in this summary; the files of the report have all of it.\n\n";
    }
}
