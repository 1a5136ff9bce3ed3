package dev.replaylint.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expectation in a fixture: {@code // expect: wall-clock error}. A known miss is expected not to be found, a known false alarm
 * to be found, so that an improvement shows up as a failing test. What is suppressed is expected to be found and not reported. A line
 * may have several markers.
 *
 * @param line 1-based
 * @param severity if the fixture says so
 */
public record Marker(Kind kind, String rule, int line, Optional<String> severity) {

    /** What the marker says. Suppressions in comments are in sources only, and only there an annotation has a line of its own. */
    public enum Kind {
        EXPECT,
        EXPECT_IN_SOURCES,
        EXPECT_IN_CLASSES,
        SUPPRESSED,
        SUPPRESSED_IN_SOURCES,
        KNOWN_MISS,
        KNOWN_FALSE_ALARM;

        /** Whether a front end reports something here. */
        public boolean isReported(boolean fromSources) {
            return switch (this) {
                case EXPECT, KNOWN_FALSE_ALARM -> true;
                case EXPECT_IN_SOURCES -> fromSources;
                case EXPECT_IN_CLASSES, SUPPRESSED_IN_SOURCES -> !fromSources;
                case SUPPRESSED, KNOWN_MISS -> false;
            };
        }

        /** Whether a front end finds something here that is suppressed. */
        public boolean isSuppressed(boolean fromSources) {
            return this == SUPPRESSED || this == SUPPRESSED_IN_SOURCES && fromSources;
        }
    }

    private static final String KINDS =
            "expect|expect-in-sources|expect-in-classes|suppressed|suppressed-in-sources|known-miss|known-false-alarm";

    private static final Pattern COMMENT = Pattern.compile(
            "// (" + KINDS + "): ([a-z-]+(?: (?:error|warning|info))?" + "(?:, [a-z-]+(?: (?:error|warning|info))?)*)");

    /** The markers of a fixture, in order. */
    public static List<Marker> in(String file) {
        List<Marker> markers = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = COMMENT.matcher(lines.get(i));
            while (matcher.find()) {
                add(matcher, i + 1, markers);
            }
        }
        return markers;
    }

    private static void add(Matcher matcher, int line, List<Marker> markers) {
        Kind kind = Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT).replace('-', '_'));
        for (String expectation : matcher.group(2).split(", ")) {
            String[] parts = expectation.split(" ");
            Optional<String> severity = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
            markers.add(new Marker(kind, parts[0], line, severity));
        }
    }

    /** Code without its markers. */
    public static String removed(String code) {
        return code.replaceAll("// (" + KINDS + "):.*", "");
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Fixtures.sources().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
