package dev.replaylint.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expectation in a fixture: {@code // expect: wall-clock error}. A known miss is expected not to be found, a known false alarm
 * to be found, so that an improvement shows up as a failing test.
 *
 * @param line 1-based
 * @param severity if the fixture says so
 */
public record Marker(Kind kind, String rule, int line, Optional<String> severity) {

    /** What the marker says. */
    public enum Kind {
        EXPECT,
        KNOWN_MISS,
        KNOWN_FALSE_ALARM
    }

    private static final Pattern COMMENT =
            Pattern.compile("// (expect|known-miss|known-false-alarm): ([a-z-]+(?: (?:error|warning|info))?"
                    + "(?:, [a-z-]+(?: (?:error|warning|info))?)*)");

    /** The markers of a fixture, in order. */
    public static List<Marker> in(String file) {
        List<Marker> markers = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = COMMENT.matcher(lines.get(i));
            if (matcher.find()) {
                Kind kind = Kind.valueOf(
                        matcher.group(1).toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
                for (String expectation : matcher.group(2).split(", ")) {
                    String[] parts = expectation.split(" ");
                    Optional<String> severity = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
                    markers.add(new Marker(kind, parts[0], i + 1, severity));
                }
            }
        }
        return markers;
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Fixtures.sources().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
