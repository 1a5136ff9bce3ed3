package dev.replaylint.source;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class TimeLimitTest {

    private static final Duration SHORT = Duration.ofMillis(20);

    /** Work that does not end, not even when asked to. */
    private static final Callable<String> ENDLESS = () -> {
        CountDownLatch never = new CountDownLatch(1);
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // As a parser, which does not ask whether it is interrupted.
                Thread.onSpinWait();
            }
        }
        return "";
    };

    private final TimeLimit limit = new TimeLimit();

    @Test
    void givesWhatTheWorkGives() throws TimeLimit.Exceeded {
        assertThat(limit.call(() -> "done", Duration.ofSeconds(10))).isEqualTo("done");
    }

    @Test
    void throwsWhatTheWorkThrows() {
        assertThrows(StackOverflowError.class, () -> limit.call(TimeLimitTest::overflow, Duration.ofSeconds(10)));
        assertThrows(
                IllegalArgumentException.class,
                () -> limit.call(
                        () -> {
                            throw new IllegalArgumentException();
                        },
                        Duration.ofSeconds(10)));
    }

    private static String overflow() {
        throw new StackOverflowError();
    }

    @Test
    void leavesEndlessWorkAloneAndGoesOn() throws TimeLimit.Exceeded {
        TimeLimit.Exceeded late = assertThrows(TimeLimit.Exceeded.class, () -> limit.call(ENDLESS, SHORT));

        assertThat(late.reason()).contains("takes longer than");
        assertThat(limit.call(() -> "done", Duration.ofSeconds(10))).isEqualTo("done");
    }

    @Test
    void beginsNothingWhenTwoThreadsAreTaken() {
        assertThrows(TimeLimit.Exceeded.class, () -> limit.call(ENDLESS, SHORT));
        assertThrows(TimeLimit.Exceeded.class, () -> limit.call(ENDLESS, SHORT));

        TimeLimit.Exceeded refused =
                assertThrows(TimeLimit.Exceeded.class, () -> limit.call(() -> "done", Duration.ofSeconds(10)));
        assertThat(refused.reason()).contains("two files took too long before");
    }
}
