package dev.replaylint.spotbugs;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.MethodAnnotation;
import edu.umd.cs.findbugs.test.SpotBugsExtension;
import edu.umd.cs.findbugs.test.SpotBugsRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Bugs are in the named method around the code, and suppressed where the user says so. */
@ExtendWith(SpotBugsExtension.class)
final class BugPlacesTest {

    private static final String HANDLER = """
            package shop;

            import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
            import java.util.function.Supplier;
            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;

            public class Handler extends DurableHandler<String, String> {
                private final Supplier<Long> clock = () -> System.currentTimeMillis();

                @Override
                public String handleRequest(String order, DurableContext ctx) {
                    return ctx.step("a" + nothingToSuppress(1) + inLambda() + inAnonymous() + nested(order) + still() + clock.get() + Quiet.time()
                            + new Local().time(), String.class, step -> order);
                }

                private static long inLambda() {
                    Supplier<Long> time = () -> System.currentTimeMillis();
                    return time.get();
                }

                private long inAnonymous() {
                    return new Supplier<Long>() {
                        @Override
                        public Long get() {
                            return System.currentTimeMillis();
                        }
                    }.get();
                }

                private long nested(String order) {
                    Supplier<Long> outer = () -> {
                        Supplier<Long> inner = new Supplier<Long>() {
                            @Override
                            public Long get() {
                                Supplier<Long> deep = () -> System.currentTimeMillis() + order.length();
                                return deep.get();
                            }
                        };
                        return inner.get();
                    };
                    return outer.get();
                }

                @SuppressFBWarnings("REPLAY_WALL_CLOCK")
                private long still() {
                    Supplier<Long> time = () -> System.currentTimeMillis();
                    return time.get();
                }

                @SuppressFBWarnings("REPLAY_WALL_CLOCK")
                private static long nothingToSuppress(long time) {
                    return time;
                }

                private static final class Local {
                    long time() {
                        class Inner {
                            long time() {
                                return System.currentTimeMillis();
                            }
                        }
                        return new Inner().time();
                    }
                }
            }

            @SuppressFBWarnings("REPLAY_SAFETY")
            final class Quiet {
                static long time() {
                    return System.currentTimeMillis();
                }
            }
            """;

    @TempDir
    Path directory;

    private Path classes() {
        Path sources = Programs.write(directory.resolve("src"), Map.of("shop/Handler.java", HANDLER));
        return Programs.compile(sources, directory.resolve("classes"), classPath());
    }

    private static List<Path> classPath() {
        return Fixtures.classPath();
    }

    @Test
    void bugsAreInTheNamedMethodAroundTheCode(SpotBugsRunner spotBugs) {
        Analysis analysis = Analysis.of(spotBugs, List.of(classes()), classPath());
        assertThat(analysis.errors()).isEmpty();
        Set<String> methods = new TreeSet<>();
        analysis.bugs().stream()
                .filter(b -> b.getType().equals("REPLAY_WALL_CLOCK"))
                .map(BugInstance::getPrimaryMethod)
                .map(BugPlacesTest::text)
                .forEach(methods::add);
        assertThat(methods)
                .containsExactly(
                        "shop.Handler.<init>()V",
                        "shop.Handler.inAnonymous()J",
                        "shop.Handler.inLambda()J static",
                        "shop.Handler.nested(Ljava/lang/String;)J",
                        "shop.Handler$Local.time()J");
    }

    @Test
    void suppressionsThatSuppressAreNotCalledUseless(SpotBugsRunner spotBugs) {
        Analysis analysis = Analysis.of(spotBugs, List.of(classes()), classPath());
        Set<String> useless = new TreeSet<>();
        analysis.bugs().stream()
                .filter(b -> b.getType().startsWith("US_"))
                .map(b -> text(b.getPrimaryMethod()))
                .forEach(useless::add);
        assertThat(useless).containsExactly("shop.Handler.nothingToSuppress(J)J static");
    }

    private static String text(MethodAnnotation method) {
        return method.getClassName() + "." + method.getMethodName() + method.getMethodSignature()
                + (method.isStatic() ? " static" : "");
    }
}
