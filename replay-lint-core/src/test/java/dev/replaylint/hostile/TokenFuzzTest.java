package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import dev.replaylint.testing.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fixtures in which tokens are missing, doubled, inserted or exchanged, many of them in one program with the sentinel: nothing crashes or
 * hangs, and the sentinel is found. {@code -Dreplay-lint.fuzz.count} and {@code -Dreplay-lint.fuzz.seed} change how many there are and
 * which. A failure names the seed and the fewest of the files that make it.
 */
final class TokenFuzzTest {

    private static final int COUNT = Integer.getInteger("replay-lint.fuzz.count", 2_000);

    private static final long SEED = Long.getLong("replay-lint.fuzz.seed", 20_261_126L);

    /** Files of one program: what the tool does once for each program costs less. */
    private static final int TOGETHER = 50;

    private static final Pattern TOKEN = Pattern.compile("\\w+|\"(?:[^\"\\\\\n]|\\\\.)*\"|->|::|[^\\w\\s]");

    @TempDir
    private Path directory;

    /** A fixture after its mutation; its package and class are its own, so that none hides another. */
    private record Mutant(String file, String text) {}

    @Test
    void mutatedFixturesCostNothingButThemselves() throws IOException {
        List<Mutant> open = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            open.add(mutant(i));
            if (open.size() == TOGETHER || i == COUNT - 1) {
                check(open);
                open.clear();
            }
        }
        assertThat(open).isEmpty();
    }

    private static Mutant mutant(int index) throws IOException {
        Random random = new Random(SEED + index);
        List<String> files = Fixtures.files();
        String fixture = files.get(random.nextInt(files.size()));
        String text = Files.readString(Fixtures.sources().resolve(fixture));
        String moved = text.replaceFirst("package [\\w.]+;", "package fuzz.f" + index + ";");
        return new Mutant("fuzz/f" + index + fixture.substring(fixture.lastIndexOf('/')), mutated(moved, random));
    }

    private static String mutated(String text, Random random) {
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        MatchResult one = tokens.get(random.nextInt(tokens.size()));
        MatchResult other = tokens.get(random.nextInt(tokens.size()));
        String before = text.substring(0, one.start());
        String after = text.substring(one.end());
        return switch (random.nextInt(4)) {
            case 0 -> before + after;
            case 1 -> before + one.group() + " " + one.group() + after;
            case 2 -> before + other.group() + " " + one.group() + after;
            default -> before + other.group() + after;
        };
    }

    private void check(List<Mutant> mutants) throws IOException {
        if (!survives(mutants)) {
            List<Mutant> fewest = fewest(mutants);
            Mutant first = fewest.get(0);
            assertWithMessage(
                            "seed %s, file %s, with %s others:%n%s",
                            SEED, first.file(), fewest.size() - 1, first.text())
                    .fail();
        }
    }

    /** Halves the files as long as a half fails, too. */
    private List<Mutant> fewest(List<Mutant> failing) throws IOException {
        List<Mutant> fewest = failing;
        boolean fewer = true;
        while (fewer && fewest.size() > 1) {
            List<Mutant> first = fewest.subList(0, fewest.size() / 2);
            List<Mutant> second = fewest.subList(fewest.size() / 2, fewest.size());
            fewer = true;
            if (!survives(first)) {
                fewest = first;
            } else if (!survives(second)) {
                fewest = second;
            } else {
                fewer = false;
            }
        }
        return fewest;
    }

    private boolean survives(List<Mutant> mutants) throws IOException {
        Path root = Files.createTempDirectory(directory, "fuzz");
        Sentinel.write(root);
        for (Mutant mutant : mutants) {
            HostileInput.write(root, mutant.file(), mutant.text().getBytes(StandardCharsets.UTF_8));
        }
        ReplayLint.Sources sources =
                new ReplayLint.Sources(List.of(root), List.of(), Hostile.library(), StandardCharsets.UTF_8);
        try {
            ReplayLint.Analysis analysis = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> new ReplayLint(Configuration.defaults()).analyze(sources));
            Report report = analysis.report();
            Reported.checkForm(report.problems());
            // What is not read whole is neither compared with the manifest nor recorded in it.
            return Sentinel.in(report).equals(Sentinel.findings())
                    && analysis.comparison().isEmpty() == report.incomplete();
        } catch (RuntimeException | AssertionError e) {
            return false;
        }
    }
}
