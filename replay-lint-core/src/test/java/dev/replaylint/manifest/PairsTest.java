package dev.replaylint.manifest;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.rule.Finding;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rules.Rules;
import dev.replaylint.testing.Pair;
import dev.replaylint.testing.Pair.Expected;
import dev.replaylint.testing.Pairs;
import dev.replaylint.testing.Pairs.Seen;
import dev.replaylint.testing.SchemaCheck;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Handlers before and after a change: the code before is recorded, the code after is compared with the record, through both front
 * ends. What replay makes of each change was tried on the SDK; the pairs in {@code same} change nothing that replay depends on.
 */
final class PairsTest {

    private static final Seen SOURCES = Pairs.fromSources();
    private static final Seen CLASSES = Pairs.fromClasses();

    private static final List<String> RULES = Rules.infos().stream()
            .filter(i -> i.group().isOfTheManifest())
            .map(RuleInfo::name)
            .toList();

    static List<Pair> pairs() {
        return Pairs.ALL;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void findsWhatBreaksExecutionsInFlight(Pair pair) {
        for (Seen seen : List.of(SOURCES, CLASSES)) {
            String where = (seen == SOURCES ? "sources" : "class files") + "\n" + pair.after();
            assertWithMessage(where)
                    .that(found(seen, pair))
                    .containsExactlyElementsIn(pair.expected().stream()
                            .map(e -> e.line() + " " + e.rule() + " " + e.severity())
                            .toList());
            for (Expected expected : pair.expected()) {
                assertWithMessage(where).that(messages(seen, pair, expected)).contains(expected.message());
            }
        }
    }

    private static List<String> found(Seen seen, Pair pair) {
        List<String> found = new ArrayList<>();
        findings(seen, pair)
                .forEach(f -> found.add(f.location().line() + " " + f.rule() + " "
                        + f.severity().label()));
        return found;
    }

    private static List<Finding> findings(Seen seen, Pair pair) {
        return seen.findings().stream()
                .filter(f -> RULES.contains(f.rule()))
                .filter(f -> f.location().file().equals("shop/" + pair.handler() + ".java"))
                .toList();
    }

    private static String messages(Seen seen, Pair pair, Expected expected) {
        StringBuilder messages = new StringBuilder();
        findings(seen, pair).stream()
                .filter(f -> f.location().line() == expected.line())
                .forEach(f -> messages.append(f.message()).append('\n'));
        return messages.toString();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void bothFrontEndsRecordTheSame(Pair pair) {
        String handler = "shop." + pair.handler();
        assertThat(CLASSES.before().handlers().get(handler))
                .isEqualTo(SOURCES.before().handlers().get(handler));
        assertThat(CLASSES.after().handlers().get(handler))
                .isEqualTo(SOURCES.after().handlers().get(handler));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void refactoringsKeepTheManifest(Pair pair) {
        String handler = "shop." + pair.handler();
        boolean turned = pair.title().equals("turned condition");
        if (pair.topic().equals("same") && !turned) {
            assertThat(SOURCES.after().handlers().get(handler))
                    .isEqualTo(SOURCES.before().handlers().get(handler));
        }
    }

    @Test
    void whatIsRecordedCanBeRead() throws Exception {
        for (Manifest manifest : List.of(SOURCES.before(), SOURCES.after())) {
            String text = ManifestWriter.text(manifest);
            assertThat(ManifestReader.read(text.getBytes(StandardCharsets.UTF_8), "m")
                            .manifest())
                    .isEqualTo(manifest);
            assertThat(SchemaCheck.MANIFEST.problems(text)).isEmpty();
        }
    }

    @Test
    void thereAreEnoughPairs() {
        assertThat(Pairs.ALL.size()).isAtLeast(60);
        for (String rule : RULES) {
            long expectations = Pairs.ALL.stream()
                    .flatMap(p -> p.expected().stream())
                    .filter(e -> e.rule().equals(rule))
                    .count();
            assertWithMessage(rule).that(expectations).isAtLeast(10);
        }
    }
}
