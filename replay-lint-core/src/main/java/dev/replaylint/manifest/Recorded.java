package dev.replaylint.manifest;

import dev.replaylint.program.Location;
import java.util.Map;

/**
 * A manifest as it was read.
 *
 * @param file what messages call the file
 * @param lines where the handlers stand in it
 */
public record Recorded(Manifest manifest, String file, Map<String, Integer> lines) {

    public Recorded {
        lines = Map.copyOf(lines);
    }

    /** Nothing is recorded yet. */
    public static Recorded nothing(String file) {
        return new Recorded(Manifest.EMPTY, file, Map.of());
    }

    Location place(String handler) {
        return new Location(file, lines.getOrDefault(handler, 0), 0);
    }
}
