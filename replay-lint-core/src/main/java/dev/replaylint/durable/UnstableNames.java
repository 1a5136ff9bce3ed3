package dev.replaylint.durable;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Expansion;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.value.Origin;
import dev.replaylint.durable.value.Reached;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds operations whose names are made of clocks, randomness, data of the single invocation or state of the sandbox. */
final class UnstableNames {

    private static final Set<Effect> VARYING = Set.of(Effect.CLOCK, Effect.RANDOM, Effect.INVOCATION_DATA);

    private final ReplayModel model;
    private final Origins values;
    private final Origin origin;
    private final Map<Site, String> sources = new IdentityHashMap<>();

    UnstableNames(ReplayModel model, Origins values, Origin origin) {
        this.model = model;
        this.values = values;
        this.origin = origin;
        model.uses().in(Region.REPLAYED).stream().filter(this::varies).forEach(this::add);
        model.initialUsesThatReach().stream().filter(u -> hasFact(u, VARYING)).forEach(this::add);
    }

    private void add(ApiUse use) {
        sources.put(use.site(), use.name());
    }

    private boolean varies(ApiUse use) {
        return model.uses().effect(use).filter(VARYING::contains).isPresent() || isVaryingVariable(use);
    }

    private boolean hasFact(ApiUse use, Set<Effect> facts) {
        return model.uses()
                .entry(use)
                .map(CatalogEntry::fact)
                .filter(facts::contains)
                .isPresent();
    }

    /** Most variables are fixed for a published version; some are not. */
    private boolean isVaryingVariable(ApiUse use) {
        Optional<String> variable = use.arguments().stream()
                .findFirst()
                .filter(Value.Constant.class::isInstance)
                .map(v -> String.valueOf(((Value.Constant) v).constant()));
        return hasFact(use, Set.of(Effect.ENVIRONMENT))
                && variable.filter(model.uses().entry(use).orElseThrow()::varies)
                        .isPresent();
    }

    List<UnstableName> find(List<Operation> operations) {
        List<UnstableName> found = new ArrayList<>();
        StateAccess state = model.state();
        for (Operation operation : operations) {
            if (operation.visit().region() == Region.REPLAYED) {
                Set<String> made = new TreeSet<>();
                origin.given(new Expansion(values).of(operation.name(), operation.visit()))
                        .forEach(l -> source(l, state).ifPresent(made::add));
                if (!made.isEmpty()) {
                    found.add(new UnstableName(operation, List.copyOf(made)));
                }
            }
        }
        return found;
    }

    /** Whether it is not just the reason why another element has its turn. */
    private boolean isPart(Site site) {
        return model.reach(site).filter(r -> r.how() == Reached.Way.NAME).isPresent();
    }

    private Optional<String> source(Leaf leaf, StateAccess state) {
        if (leaf instanceof Leaf.Source source) {
            return isPart(source.site()) ? Optional.ofNullable(sources.get(source.site())) : Optional.empty();
        }
        return leaf instanceof Leaf.Field field && isPart(field.read()) && state.isShared(field.read(), field.visit())
                ? Optional.of(field.read().field().toString())
                : Optional.empty();
    }
}
