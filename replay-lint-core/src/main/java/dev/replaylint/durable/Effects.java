package dev.replaylint.durable;

import dev.replaylint.catalog.Catalog;
import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.catalog.Flow;
import dev.replaylint.catalog.Functions;
import dev.replaylint.catalog.Hierarchy;
import dev.replaylint.catalog.Lookup;
import dev.replaylint.catalog.Operand;
import dev.replaylint.catalog.Order;
import dev.replaylint.catalog.Runs;
import dev.replaylint.catalog.Sharing;
import dev.replaylint.catalog.TypeFact;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import java.util.Optional;

/** What the catalogue says of calls in this program. */
final class Effects {

    private final Lookup lookup;

    Effects(Catalog catalog, Program program) {
        this.lookup = catalog.lookup(Hierarchy.of(program));
    }

    Optional<CatalogEntry<Effect>> effect(MethodKey call) {
        return lookup.find(Effect.class, call);
    }

    Optional<CatalogEntry<Order>> order(MethodKey call) {
        return lookup.find(Order.class, call);
    }

    Optional<CatalogEntry<Flow>> flow(MethodKey call) {
        return lookup.find(Flow.class, call);
    }

    Optional<CatalogEntry<Sharing>> sharing(MethodKey call) {
        return lookup.find(Sharing.class, call);
    }

    /** Whether the catalogue says what the call does, so that its code is not looked into. */
    boolean speaksFor(MethodKey call) {
        return effect(call).isPresent();
    }

    boolean runsOnOtherThread(MethodKey call) {
        return lookup.find(Functions.class, call)
                .filter(e -> e.fact() == Functions.ELSEWHERE)
                .isPresent();
    }

    /** Whether the receiver keeps the functions that the call is given. */
    boolean keepsFunctions(MethodKey call) {
        return lookup.find(Functions.class, call)
                .filter(e -> e.fact() == Functions.KEPT && e.into().equals(Operand.RECEIVER))
                .isPresent();
    }

    /** Whether the call itself does not run the functions that it is given. */
    boolean onlyKeepsFunctions(MethodKey call) {
        return lookup.find(Functions.class, call)
                .filter(e -> e.fact() == Functions.KEPT)
                .isPresent();
    }

    /** How often the call runs the functions that it is given; once, where that is empty. */
    Optional<Runs> runs(MethodKey call) {
        return lookup.find(Runs.class, call).map(CatalogEntry::fact);
    }

    boolean isMutable(String type) {
        return lookup.type(type).filter(e -> e.fact() == TypeFact.MUTABLE).isPresent();
    }

    boolean isThreadLocal(String type) {
        return lookup.type(type).filter(e -> e.fact() == TypeFact.THREAD_LOCAL).isPresent();
    }
}
