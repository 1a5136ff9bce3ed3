package dev.replaylint.source.attribution;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** javac is the judge of attribution: of which method every call of the corpus means. */
class DifferentialTest {

    private static Differential difference;

    @BeforeAll
    static void attributeCorpus() {
        difference = Differential.of(Corpus.files(), Corpus.classPath());
        System.out.println("attribution against javac: " + difference);
    }

    @Test
    void javacAcceptsTheCorpus() {
        assertThat(difference.javacErrors()).isEmpty();
        assertThat(difference.compared()).isGreaterThan(10_000);
    }

    @Test
    void agreesOnNearlyEveryCall() {
        assertWithMessage(String.join("\n", difference.differences()))
                .that(difference.share())
                .isAtLeast(0.999);
    }

    @Test
    void agreesOnEveryDurableCall() {
        assertThat(difference.durable()).isGreaterThan(200);
        assertThat(difference.wrongDurable()).isEmpty();
    }

    @Test
    void attributesEveryMember() {
        assertThat(difference.failures()).isEmpty();
    }
}
