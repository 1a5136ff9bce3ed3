package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.replaylint.ReplayLint;
import dev.replaylint.hostile.CommittedInput.Refusal;
import dev.replaylint.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Committed files that are hostile, beside the sentinel: each is refused with its place, or takes nothing with it. */
final class HostileCommittedTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Of a message without its path. */
    private static final int MESSAGE = 400;

    private static final String REMEDY = "; |must be|did you mean|needs a reason|such as|is a |are a |has one key";

    @TempDir
    private Path module;

    static Stream<CommittedInput> inputs() {
        return Stream.of(HostileYaml.all(), HostileSettings.all(), HostileRecords.all(), HostilePlaces.all())
                .flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void areRefusedOrHarmless(CommittedInput input) throws Exception {
        Path root = module.resolve("src");
        Sentinel.write(root);
        input.writing().write(module.resolve(input.kind().file()));
        Map<String, String> before = Forked.files(root);

        Optional<String> message = assertTimeoutPreemptively(LONGEST, () -> refusal(input, root));

        assertThat(message.isPresent()).isEqualTo(input.refusal().isPresent());
        message.ifPresent(m -> check(m, input.kind().file(), input.refusal().orElseThrow()));
        assertThat(Forked.files(root)).isEqualTo(before);
        assertThat(names()).containsExactly("src", input.kind().file());
    }

    /** What is said instead of an analysis. */
    private Optional<String> refusal(CommittedInput input, Path root) {
        CommittedKind.Read read;
        try {
            read = input.kind().read(module);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        ReplayLint.Sources sources =
                new ReplayLint.Sources(List.of(root), List.of(), Hostile.library(), StandardCharsets.UTF_8);
        Report report = new ReplayLint(read.configuration())
                .analyze(sources, read.committed())
                .report();
        assertThat(Sentinel.in(report)).containsAtLeastElementsIn(Sentinel.findings());
        return Optional.empty();
    }

    private void check(String message, String file, Refusal refusal) {
        String place = module.resolve(file).toString();
        assertThat(message).startsWith(place + ":");
        String rest = message.substring(place.length());
        if (refusal.line() > 0) {
            assertThat(rest).matches("(?s):" + refusal.line() + ":\\d+: .*");
        }
        assertThat(rest).contains(refusal.reason());
        assertWithMessage(rest).that(rest.length()).isAtMost(MESSAGE);
        assertWithMessage("what to do").that(rest).containsMatch(REMEDY);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(module)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
