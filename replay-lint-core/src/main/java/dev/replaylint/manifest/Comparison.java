package dev.replaylint.manifest;

import dev.replaylint.durable.Drift;
import dev.replaylint.durable.ReplayModel;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The code against what is recorded of it.
 *
 * @param recorded what was recorded
 * @param declared what the code declares, and what is recorded of handlers that are not looked at
 * @param drifts the differences, by handler
 */
public record Comparison(Recorded recorded, Manifest declared, List<Drift> drifts) {

    public Comparison {
        drifts = List.copyOf(drifts);
    }

    /**
     * Which handlers are compared.
     *
     * @param renamed names of now by recorded names
     * @param judged whether a class belongs to the module
     */
    public record Scope(Map<String, String> renamed, Predicate<String> judged) {}

    /** Compares a module. */
    public static Comparison of(ReplayModel model, Recorded recorded, Scope scope) {
        return new Handlers(model, recorded, scope).compare();
    }
}
