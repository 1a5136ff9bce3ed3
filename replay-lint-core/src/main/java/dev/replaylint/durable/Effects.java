package dev.replaylint.durable;

import dev.replaylint.catalog.Catalog;
import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Delivery;
import dev.replaylint.catalog.Effect;
import dev.replaylint.catalog.Flow;
import dev.replaylint.catalog.Functions;
import dev.replaylint.catalog.Hierarchy;
import dev.replaylint.catalog.Lookup;
import dev.replaylint.catalog.Order;
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

    /** Whether the catalogue says what the call does, so that its code is not looked into. */
    boolean speaksFor(MethodKey call) {
        return effect(call).isPresent();
    }

    /** Whether what a line says of the call counts more than the call's own code. */
    boolean speaksBeforeCode(MethodKey call) {
        return effect(call).filter(CatalogEntry::isBeforeCode).isPresent();
    }

    Optional<CatalogEntry<Delivery>> delivery(MethodKey call) {
        return lookup.find(Delivery.class, call);
    }

    /** Whether the call has this meaning for effects that may be made twice. */
    boolean delivers(MethodKey call, Delivery fact) {
        return delivery(call).filter(e -> e.fact() == fact).isPresent();
    }

    boolean runsOnOtherThread(MethodKey call) {
        return lookup.find(Functions.class, call)
                .filter(e -> e.fact() == Functions.ELSEWHERE)
                .isPresent();
    }

    /** Whether the call keeps functions it is given for later. */
    boolean keepsFunctions(MethodKey call) {
        return lookup.find(Functions.class, call)
                .filter(e -> e.fact() == Functions.KEPT)
                .isPresent();
    }

    boolean isMutable(String type) {
        return lookup.type(type).filter(e -> e.fact() == TypeFact.MUTABLE).isPresent();
    }

    boolean isThreadLocal(String type) {
        return lookup.type(type).filter(e -> e.fact() == TypeFact.THREAD_LOCAL).isPresent();
    }
}
