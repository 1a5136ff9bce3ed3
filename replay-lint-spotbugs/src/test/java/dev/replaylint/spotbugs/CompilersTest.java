package dev.replaylint.spotbugs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.testing.Fixtures;
import edu.umd.cs.findbugs.test.SpotBugsExtension;
import edu.umd.cs.findbugs.test.SpotBugsRunner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Class files of other compilers than the build's have the same bugs. */
@ExtendWith(SpotBugsExtension.class)
final class CompilersTest {

    @TempDir
    Path classes;

    /**
     * Eclipse's compiler gives handlers and resources of a {@code try} other lines, mostly that of the {@code try} itself. The first
     * line of a constructor, where class files have its annotations, is another one, too.
     */
    private static final Set<String> ON_OTHER_LINES = Set.of(
            "broad-catch-compensation",
            "finally-operation",
            "stale-suppression",
            "swallowed-suspension",
            "unexplained-suppression",
            "unreachable-catch");

    /** It hands over a method with variable arguments as it is, where javac makes a function that calls it. */
    private static final Set<String> VARIABLE_ARGUMENTS =
            Set.of("REPLAY_ANY_OF fixtures/anyof/AnyOf.java:111", "REPLAY_ANY_OF fixtures/anyof/Races.java:19");

    /**
     * It selects by tables and jumps of its own, by which it is not known what is selected, and returns comparisons twice: these are told
     * besides.
     */
    private static final List<String> SWITCHES = List.of(
            "REPLAY_MISSING_IDEMPOTENCY_KEY fixtures/missingidempotencykey/chosen/Letters.java:56",
            "REPLAY_MISSING_IDEMPOTENCY_KEY fixtures/missingidempotencykey/chosen/Letters.java:58",
            "REPLAY_MISSING_IDEMPOTENCY_KEY fixtures/missingidempotencykey/chosen/Letters.java:93",
            "REPLAY_RANDOM_VALUE fixtures/unstableoperationname/chosen/References.java:27",
            "REPLAY_RANDOM_VALUE fixtures/unstableoperationname/chosen/References.java:53",
            "REPLAY_SHORT_DURATION fixtures/shortduration/ChosenPauses.java:66",
            "REPLAY_SHORT_DURATION fixtures/shortduration/ChosenPauses.java:95",
            "REPLAY_UNBOUNDED_OPERATIONS fixtures/unboundedoperations/Claims.java:112",
            "REPLAY_UNBOUNDED_OPERATIONS fixtures/unboundedoperations/Claims.java:122",
            "REPLAY_UNBOUNDED_OPERATIONS fixtures/unboundedoperations/Claims.java:157",
            "REPLAY_UNBOUNDED_OPERATIONS fixtures/unboundedoperations/Claims.java:177",
            "REPLAY_UNBOUNDED_OPERATIONS fixtures/unboundedoperations/CountedFailures.java:68",
            "REPLAY_UNBOUNDED_OPERATIONS fixtures/unboundedoperations/StatesOfParcels.java:48",
            "REPLAY_UNBOUNDED_OPERATIONS fixtures/unboundedoperations/meeting/Negotiations.java:70",
            "REPLAY_UNBOUNDED_OPERATIONS fixtures/unboundedoperations/states/Boxes.java:53",
            "REPLAY_UNBOUNDED_OPERATIONS fixtures/unboundedoperations/turns/Assistant.java:82",
            "REPLAY_UNBOUNDED_OPERATIONS fixtures/unboundedoperations/turns/Shipments.java:44",
            "REPLAY_UNBOUNDED_OPERATIONS fixtures/unboundedoperations/turns/Shipments.java:48",
            "REPLAY_UNSTABLE_OPERATION_NAME fixtures/unstableoperationname/chosen/NamingHandler.java:16",
            "REPLAY_UNSTABLE_OPERATION_NAME fixtures/unstableoperationname/chosen/OrderHandler.java:14",
            "REPLAY_UNSTABLE_OPERATION_NAME fixtures/unstableoperationname/chosen/OrderHandler.java:16",
            "REPLAY_UNSTABLE_OPERATION_NAME fixtures/unstableoperationname/chosen/OrderHandler.java:20",
            "REPLAY_WALL_CLOCK fixtures/unstableoperationname/chosen/Namings.java:20",
            "REPLAY_WALL_CLOCK fixtures/unstableoperationname/chosen/References.java:19",
            "REPLAY_WALL_CLOCK fixtures/unstableoperationname/chosen/References.java:33");

    /** A comparison that is returned has two returns there, of which it is not known which one a constant takes. */
    private static final Set<String> COMPARISONS =
            Set.of("REPLAY_MISSING_IDEMPOTENCY_KEY fixtures/missingidempotencykey/chosen/Letters.java:80");

    @Test
    void eclipseCompilesTheSame(SpotBugsRunner spotBugs) {
        compileWithEcj(Fixtures.sources());
        Analysis analysis = Analysis.of(spotBugs, List.of(classes), Fixtures.classPath());
        assertThat(analysis.errors()).isEmpty();
        List<String> expected = Stream.concat(
                        Fixtures.fromClasses().findings().stream().map(f -> BugTypes.of(f.rule()) + " " + f.location()),
                        SWITCHES.stream())
                .toList();
        assertThat(comparable(analysis.lines())).containsExactlyElementsIn(comparable(expected));
    }

    /** Without the lines that may differ. */
    private static List<String> comparable(List<String> lines) {
        Set<String> types = ON_OTHER_LINES.stream().map(BugTypes::of).collect(Collectors.toSet());
        return lines.stream()
                .filter(l -> !VARIABLE_ARGUMENTS.contains(l) && !COMPARISONS.contains(l))
                .map(l -> types.contains(l.substring(0, l.indexOf(' '))) ? l.substring(0, l.lastIndexOf(':')) : l)
                .toList();
    }

    /** Newer than the Java that SpotBugs runs on. */
    @Test
    void java25IsRead(SpotBugsRunner spotBugs) throws IOException, InterruptedException {
        Jdk jdk = Jdk.of(25);
        Shop shop = Shop.in(classes);
        jdk.compile(shop.sources(), shop.classes(), Shop.classPath());
        Analysis analysis = Analysis.of(spotBugs, List.of(shop.classes()), Shop.classPath());
        assertThat(analysis.errors()).isEmpty();
        assertThat(analysis.lines()).containsExactly(Shop.CLOCK, Shop.NAME, Shop.PRINTED, Shop.PRINTED_WITHIN);
    }

    private void compileWithEcj(Path sources) {
        String path = Jdk.path(Fixtures.classPath());
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        String[] arguments = {
            "--release", "17", "-g", "-nowarn", "-proc:none", "-cp", path, "-d", classes.toString(), sources.toString()
        };
        boolean compiled = BatchCompiler.compile(arguments, out, out, null);
        assertWithMessage(messages.toString()).that(compiled).isTrue();
    }
}
