package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.replaylint.Committed;
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
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fixtures in which tokens are missing, doubled, inserted or exchanged, many of them in one program with the sentinel: nothing crashes or
 * hangs, and the sentinel is found. {@code -Dreplay-lint.fuzz.count} and {@code -Dreplay-lint.fuzz.seed} change how many there are and
 * which. A failure names the seed, says what was thrown, and shows as little of the file as makes it.
 */
final class TokenFuzzTest {

    private static final int COUNT = Integer.getInteger("replay-lint.fuzz.count", 2_000);

    private static final long SEED = Long.getLong("replay-lint.fuzz.seed", 20_261_126L);

    /** Files of one program: what the tool does once for each program costs less. */
    private static final int TOGETHER = 50;

    /** Analyses to make a failing file shorter. */
    private static final int MOST_TRIES = 300;

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
        List<MatchResult> all = TOKEN.matcher(text).results().toList();
        // Not in the package's name: two files without one may declare the same class.
        List<MatchResult> code =
                all.stream().filter(t -> t.start() > text.indexOf(';')).toList();
        List<MatchResult> tokens = code.isEmpty() ? all : code;
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
        if (failure(mutants).isEmpty()) {
            return;
        }
        List<Mutant> fewest = fewest(mutants);
        Mutant first = fewest.get(0);
        Mutant shortest = fewest.size() > 1 ? first : new Mutant(first.file(), shortest(first));
        String others = fewest.size() > 1 ? ", with " + (fewest.size() - 1) + " others" : "";
        throw new AssertionError(
                "seed " + SEED + ", file " + first.file() + others + ":\n" + shortest.text(),
                failure(fewest.size() > 1 ? fewest : List.of(shortest)).orElse(null));
    }

    /** Leaves out lines, half of them at first and one in the end, as long as it still fails. */
    private String shortest(Mutant failing) throws IOException {
        List<String> lines = failing.text().lines().toList();
        int tries = MOST_TRIES;
        for (int part = lines.size() / 2; part > 0; part /= 2) {
            for (int at = 0; at < lines.size() && tries > 0; tries--) {
                List<String> rest = new ArrayList<>(lines.subList(0, at));
                rest.addAll(lines.subList(Math.min(at + part, lines.size()), lines.size()));
                boolean fails = failure(List.of(new Mutant(failing.file(), String.join("\n", rest))))
                        .isPresent();
                lines = fails ? rest : lines;
                at += fails ? 0 : part;
            }
        }
        return String.join("\n", lines);
    }

    /** Halves the files as long as a half fails, too. */
    private List<Mutant> fewest(List<Mutant> failing) throws IOException {
        List<Mutant> fewest = failing;
        boolean fewer = true;
        while (fewer && fewest.size() > 1) {
            List<Mutant> first = fewest.subList(0, fewest.size() / 2);
            List<Mutant> second = fewest.subList(fewest.size() / 2, fewest.size());
            fewer = true;
            if (failure(first).isPresent()) {
                fewest = first;
            } else if (failure(second).isPresent()) {
                fewest = second;
            } else {
                fewer = false;
            }
        }
        return fewest;
    }

    /** What went wrong; empty if nothing did. */
    private Optional<Throwable> failure(List<Mutant> mutants) throws IOException {
        Path root = Files.createTempDirectory(directory, "fuzz");
        Sentinel.write(root);
        for (Mutant mutant : mutants) {
            HostileInput.write(root, mutant.file(), mutant.text().getBytes(StandardCharsets.UTF_8));
        }
        ReplayLint.Sources sources =
                new ReplayLint.Sources(List.of(root), List.of(), Hostile.library(), StandardCharsets.UTF_8);
        Committed before = Recording.of(mutants.stream().map(Mutant::file).toList());
        try {
            ReplayLint.Analysis analysis = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> new ReplayLint(Configuration.defaults()).analyze(sources, before));
            Report report = analysis.report();
            Reported.checkForm(report.problems());
            assertThat(Sentinel.in(report)).isEqualTo(Sentinel.findings());
            // What is not read whole is neither compared nor recorded.
            Recording.check(analysis, before, root);
            return Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of(e);
        }
    }
}
