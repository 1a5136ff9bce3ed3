package dev.replaylint.rules;

import dev.replaylint.durable.name.OperationName;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.tree.OperationNode.Op;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.util.Optional;

/** Reports names of operations that the SDK or the service refuses. */
final class InvalidOperationName implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "invalid-operation-name", Severity.ERROR, "0.1.0", "a name that the SDK or the service refuses");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (Op op : context.model().naming().operations()) {
            defect(op.kind(), op.name())
                    .map(d -> new Diagnosis(Severity.ERROR, op.kind().method() + " " + op.name(), d, help(op.kind())))
                    .ifPresent(d ->
                            context.report(op.operation().call(), op.operation().visit(), d));
        }
    }

    private static Optional<String> defect(OperationKind kind, OperationName name) {
        boolean constant = name.kind() == OperationName.Kind.CONSTANT;
        if (!constant && name.kind() != OperationName.Kind.TEMPLATE) {
            return Optional.empty();
        }
        String text = constant ? name.text() : name.fixedText();
        if (constant && text.isEmpty()) {
            return Optional.of("`" + kind.method() + "` has an empty name, " + consequence(kind));
        }
        Optional<String> stranger = DurableSdk.characterNotInNames(text);
        if (stranger.isPresent()) {
            return Optional.of("the name of `" + kind.method() + "` has " + stranger.get()
                    + " in it, which is no printable ASCII, " + consequence(kind));
        }
        return text.length() > DurableSdk.longestName(kind)
                ? Optional.of(tooLong(kind, text, constant))
                : Optional.empty();
    }

    private static String tooLong(OperationKind kind, String text, boolean constant) {
        String length = (constant ? "" : "at least ") + text.length();
        return DurableSdk.nameSuffix(kind)
                .map(s -> "the name of `" + kind.method() + "` has " + length + " characters, and with the `" + s
                        + "` that the SDK appends it is longer than the 256 that the service takes")
                .orElse("the name of `" + kind.method() + "` has " + length + " characters, of 256 at most, "
                        + consequence(kind));
    }

    private static String consequence(OperationKind kind) {
        return DurableSdk.validatesName(kind)
                ? "and fails with `IllegalArgumentException` before it starts"
                : "which only the service refuses, and then the execution fails for good";
    }

    private static String help(OperationKind kind) {
        return "give `" + kind.method() + "` a name of 1 to " + DurableSdk.longestName(kind)
                + " printable ASCII characters";
    }
}
