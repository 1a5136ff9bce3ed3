package dev.replaylint.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The pages of the rules, as they travel in the analyzer's jar. */
public final class RulePages {

    private static final String DIRECTORY = "/dev/replaylint/docs/rules/";

    private RulePages() {}

    /** The page in Markdown. */
    public static Optional<String> of(String rule) {
        try (InputStream in = RulePages.class.getResourceAsStream(DIRECTORY + rule + ".md")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the page of " + rule, e);
        }
    }
}
