package dev.replaylint.durable.settings;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.name.NameReader;
import dev.replaylint.durable.name.Piece;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Optional;
import java.util.Set;

/** Reads from an operation's configuration whether the contexts it opens are checkpointed, through builders and helpers. */
public record ContextSettings(ValueTrail trail, NameReader names) {

    private static final Set<String> TRUE = Set.of("true", "1");

    public boolean isVirtual(OperationKind kind, Site.Call call, CallFrame frame) {
        Optional<String> setter = DurableSettings.contextSetting(kind);
        Optional<String> setting = Optional.empty();
        for (int i = 1; i < call.arguments().size() && setter.isPresent() && setting.isEmpty(); i++) {
            setting = setting(call.arguments().get(i), setter.get(), frame);
        }
        return setter.isPresent() && DurableSettings.isVirtual(kind, setting);
    }

    /** What the last call of the setter in the chain that ends in the value was given. */
    private Optional<String> setting(Value configuration, String setter, CallFrame frame) {
        Located at = trail.follow(configuration, frame);
        while (at.value() instanceof Value.Result result
                && result.call().receiver().isPresent()) {
            Site.Call call = result.call();
            if (call.target().name().equals(setter) && call.arguments().size() == 1) {
                return text(call.arguments().get(0), at.frame());
            }
            at = trail.follow(call.receiver().get(), at.frame());
        }
        return Optional.empty();
    }

    private Optional<String> text(Value value, CallFrame frame) {
        Optional<String> constant = names.enumName(value, frame);
        if (constant.isPresent()) {
            return constant;
        }
        String text = Piece.joined(names.pieces(value, frame));
        return Optional.of(TRUE.contains(text) ? "true" : text);
    }
}
