package dev.replaylint.durable.settings;

import dev.replaylint.durable.flow.Construction;
import dev.replaylint.durable.flow.Constructions;
import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Started;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Optional;

/** Whether an operation's result is written to a checkpoint at all: that of a virtual child context is not. */
public record Kept(Definitions definitions, Constructions constructions) {

    public boolean isVirtual(Started started) {
        OperationKind kind = started.operation().kind();
        Site.Call call = started.operation().call();
        Optional<String> setter = DurableSettings.contextSetting(kind).filter(s -> kind == OperationKind.CHILD_CONTEXT);
        return setter.isPresent()
                && DurableSettings.config(call.target())
                        .filter(i -> constructions.ofArgument(i, call, started.way()).stream()
                                .anyMatch(c -> isVirtual(c, setter.get())))
                        .isPresent();
    }

    private boolean isVirtual(Construction config, String setter) {
        return config.last(m -> m.call().target().name().equals(setter)).stream()
                .flatMap(m -> definitions.of(m.call().arguments().get(0), m.way()).stream())
                .anyMatch(t -> !isFalse(t.value()));
    }

    private static boolean isFalse(Value value) {
        return value instanceof Value.Constant constant
                && (constant.constant().equals(false) || constant.constant().equals(0));
    }
}
