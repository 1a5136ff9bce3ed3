package dev.replaylint.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found before, in a committed file.
 *
 * @param path the file
 */
record BaselineFile(Path path) {

    static BaselineFile of(Selection selection) {
        String name = selection.equals(Selection.OF_BUILD) ? "baseline" : "baseline-" + selection.perKind();
        return new BaselineFile(Path.of("src/test/mutation/" + name + ".txt"));
    }

    boolean exists() {
        return Files.exists(path);
    }

    Map<String, Cell> read() {
        Map<String, Cell> cells = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(path)) {
                int end = line.lastIndexOf(" | ");
                cells.put(line.substring(0, end), Cell.parse(line.substring(end + 3)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cells;
    }

    void write(Map<String, Cell> cells) {
        StringBuilder text = new StringBuilder();
        cells.forEach(
                (name, cell) -> text.append(name).append(" | ").append(cell).append('\n'));
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
