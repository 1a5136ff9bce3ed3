package dev.replaylint.report.html;

import dev.replaylint.report.workflow.Review;
import dev.replaylint.report.workflow.Workflow;
import java.util.Locale;

/** The estimate of a workflow, as answers to what a design review asks. */
final class DesignReview {

    private final Markup out;

    DesignReview(Markup out) {
        this.out = out;
    }

    void write(String id, Workflow workflow) {
        out.element("h3", "Estimate").line();
        out.open("dl", "class", "review", "id", id + "-review").line();
        for (Review.Answer answer : Review.of(workflow)) {
            out.open("div", "class", answer.tone().name().toLowerCase(Locale.ROOT));
            out.element("dt", answer.question());
            out.open("dd");
            answer.sentences().forEach(s -> out.open("p").sentence(s).close());
            out.close().close("div");
        }
        out.close("dl");
    }
}
