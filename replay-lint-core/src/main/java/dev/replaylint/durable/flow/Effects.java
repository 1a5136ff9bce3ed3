package dev.replaylint.durable.flow;

import dev.replaylint.catalog.Catalog;
import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Delivery;
import dev.replaylint.catalog.Effect;
import dev.replaylint.catalog.Exhaustion;
import dev.replaylint.catalog.Flow;
import dev.replaylint.catalog.Functions;
import dev.replaylint.catalog.Guard;
import dev.replaylint.catalog.Hierarchy;
import dev.replaylint.catalog.Locking;
import dev.replaylint.catalog.Lookup;
import dev.replaylint.catalog.Operand;
import dev.replaylint.catalog.Order;
import dev.replaylint.catalog.Packing;
import dev.replaylint.catalog.Pairing;
import dev.replaylint.catalog.Passing;
import dev.replaylint.catalog.Payload;
import dev.replaylint.catalog.Presence;
import dev.replaylint.catalog.Relay;
import dev.replaylint.catalog.Rendering;
import dev.replaylint.catalog.Renewal;
import dev.replaylint.catalog.Runs;
import dev.replaylint.catalog.Sharing;
import dev.replaylint.catalog.Sizing;
import dev.replaylint.catalog.Stacking;
import dev.replaylint.catalog.TypeFact;
import dev.replaylint.catalog.Volume;
import dev.replaylint.durable.body.Exclusion;
import dev.replaylint.durable.body.Identities;
import dev.replaylint.durable.body.Identity;
import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.program.Body;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the catalogue says of calls in this program. */
public final class Effects {

    private static final Set<String> KEEPERS = Set.of(Collecting.COLLECTOR, "Ljava/lang/ThreadLocal;");

    /** In class files truths are numbers. */
    private static final Set<Object> TRUE = Set.of(true, 1);

    private static final String FUNCTION = "Ljava/util/function/";

    private final Program program;
    private final Lookup lookup;
    private final Identities identities;

    public Effects(Catalog catalog, Program program) {
        this.program = program;
        this.lookup = catalog.lookup(Hierarchy.of(program));
        this.identities = new Identities(program, lookup);
    }

    public Optional<CatalogEntry<Effect>> effect(MethodKey call) {
        return lookup.find(Effect.class, call);
    }

    /** Whether the call only tells people something: it logs, prints, measures, or says what log records carry. */
    public boolean tells(MethodKey call) {
        return DurableSdk.logs(call)
                || effect(call).filter(e -> e.fact().isOutput()).isPresent();
    }

    /** The object that a call in this body tells by its identity. */
    public Optional<Identity> identity(Site.Call call, Body in) {
        return identities.of(call, in);
    }

    /** Whether the call makes text of what it is given. */
    boolean shows(MethodKey call) {
        return lookup.find(Rendering.class, call)
                .filter(e -> e.fact() == Rendering.TEXT && !e.from().contains(Operand.RECEIVER))
                .isPresent();
    }

    /** Descriptor of a value's static type, where the code tells it. */
    Optional<String> type(Value value, Body in) {
        return identities.type(value, in);
    }

    /** What a call does in this body: nothing, if it makes an object that holds something else before anybody looks at it. */
    public Optional<CatalogEntry<Effect>> effect(Site.Call call, Body in) {
        return effect(call.target())
                .filter(e -> !e.fact().isVaryingValue()
                        || e.fact().isIo()
                        || !isRenewed(call, Set.of(new Value.Result(call)), in));
    }

    /** Whether the object that a site gives, under these names, holds something else before anybody looks at it. */
    public boolean isRenewed(Site from, Set<Value> names, Body in) {
        return BodyReads.isRenewed(from, names, in, this::renews);
    }

    public Optional<CatalogEntry<Order>> order(MethodKey call) {
        return lookup.find(Order.class, call);
    }

    /** Whether what a line says of a call holds for one with these arguments. */
    public static boolean holds(CatalogEntry<?> entry, List<Value> arguments) {
        return entry.condition()
                .filter(o -> o.index() >= arguments.size()
                        || !(arguments.get(o.index()).settled() instanceof Value.Constant c
                                && TRUE.contains(c.constant())))
                .isEmpty();
    }

    public Optional<CatalogEntry<Flow>> flow(MethodKey call) {
        return lookup.find(Flow.class, call);
    }

    /** Whether nothing is left afterwards of what the receiver held. */
    public boolean renews(MethodKey call) {
        return lookup.find(Renewal.class, call).isPresent();
    }

    public Optional<Stacking> stacking(MethodKey call) {
        return lookup.find(Stacking.class, call).map(CatalogEntry::fact);
    }

    public Optional<CatalogEntry<Packing>> packing(MethodKey call) {
        return lookup.find(Packing.class, call);
    }

    /** A constant that a value is. */
    Optional<Known> known(Value value) {
        return Known.of(value.settled(), program).filter(k -> k instanceof Known.Literal || k instanceof Known.Named);
    }

    /** What a call does with pairs of keys and values. */
    Optional<CatalogEntry<Pairing>> pairing(MethodKey call) {
        return lookup.find(Pairing.class, call);
    }

    /** Where the keys come from that a call passes to functions, with their values. */
    Optional<CatalogEntry<Passing>> passing(MethodKey call) {
        return lookup.find(Passing.class, call);
    }

    public Optional<CatalogEntry<Sharing>> sharing(MethodKey call) {
        return lookup.find(Sharing.class, call);
    }

    /** What becomes of exceptions of functions that the call is given. */
    public Optional<CatalogEntry<Guard>> guard(MethodKey call) {
        return lookup.find(Guard.class, call).filter(e -> e.fact() != Guard.RETHROWS);
    }

    /** Of a call that throws an exception it is given, what decides whether it does. */
    public Optional<CatalogEntry<Guard>> rethrowing(MethodKey call) {
        return lookup.find(Guard.class, call).filter(e -> e.fact() == Guard.RETHROWS);
    }

    /** What the call makes of an exception that its receiver has caught and keeps. */
    public Optional<Relay> relay(MethodKey call) {
        return lookup.find(Relay.class, call).map(CatalogEntry::fact);
    }

    public Optional<CatalogEntry<Locking>> locking(MethodKey call) {
        return lookup.find(Locking.class, call);
    }

    /** Whether the catalogue says what the call does, so that its code is not looked into. */
    boolean speaksFor(MethodKey call) {
        return effect(call).isPresent() || guard(call).isPresent();
    }

    /** Whether what a line says of the call counts more than the call's own code. */
    boolean speaksBeforeCode(MethodKey call) {
        return effect(call).filter(CatalogEntry::isBeforeCode).isPresent();
    }

    public Optional<CatalogEntry<Delivery>> delivery(MethodKey call) {
        return lookup.find(Delivery.class, call);
    }

    /** Whether the call has this meaning for effects that may be made twice. */
    public boolean delivers(MethodKey call, Delivery fact) {
        return delivery(call).filter(e -> e.fact() == fact).isPresent();
    }

    public boolean runsOnOtherThread(MethodKey call) {
        return lookup.find(Functions.class, call)
                .filter(e -> e.fact() == Functions.ELSEWHERE)
                .isPresent();
    }

    /** Whether the call keeps a function that it is given as this argument: on purpose, or as a collection keeps any object. */
    boolean keeps(MethodKey call, int argument) {
        return keepsFunction(call, argument)
                || flow(call)
                        .filter(e -> e.fact() == Flow.MUTATES && e.takes(argument))
                        .filter(e -> Descriptors.parameters(call.descriptor())
                                .get(argument)
                                .equals("Ljava/lang/Object;"))
                        .isPresent();
    }

    private boolean keepsFunction(MethodKey call, int argument) {
        return lookup.find(Functions.class, call)
                .filter(e -> e.fact() == Functions.KEPT && e.takes(argument))
                .isPresent();
    }

    /** Whether the call gives an object that is no function, but runs the one given as this argument when it is used. */
    boolean keepsForResult(MethodKey call, int argument) {
        return KEEPERS.contains(Descriptors.result(call.descriptor())) && keepsFunction(call, argument);
    }

    /** The operands whose kept functions the call runs. */
    public List<Value> keepers(Site.Call call) {
        return lookup.find(Functions.class, call.target()).filter(e -> e.fact() == Functions.CALLS_KEPT).stream()
                .flatMap(e -> e.from().stream())
                .flatMap(o -> Operands.of(o, call.receiver(), call.arguments()).stream())
                .toList();
    }

    /** Whether the call itself does not run the functions that it is given. */
    public boolean onlyKeepsFunctions(MethodKey call) {
        return lookup.find(Functions.class, call)
                .filter(e -> e.fact() == Functions.KEPT)
                .isPresent();
    }

    /** Whether the platform has run the function that it is given as this argument when the call returns, and has no use for it any more. */
    boolean usesUp(MethodKey call, int argument) {
        List<String> parameters = Descriptors.parameters(call.descriptor());
        return call.isOfPlatform()
                && !call.isConstructor()
                && argument < parameters.size()
                && isRun(parameters.get(argument))
                && !isRun(Descriptors.result(call.descriptor()))
                && !onlyKeepsFunctions(call);
    }

    private static boolean isRun(String descriptor) {
        return descriptor.startsWith(FUNCTION) || descriptor.equals(Collecting.COLLECTOR);
    }

    /** How often the call runs the functions that it is given; once, where that is empty. */
    public Optional<Runs> runs(MethodKey call) {
        return lookup.find(Runs.class, call).map(CatalogEntry::fact);
    }

    /** What never holds together. */
    public Exclusion exclusion() {
        return new Exclusion(program, call -> lookup.find(Presence.class, call));
    }

    /** What Jackson makes of instances of the type. */
    public Optional<Payload> payload(String type) {
        return lookup.payload(type).map(CatalogEntry::fact);
    }

    /** Whether nothing bounds how much the call gives. */
    public boolean givesWhole(MethodKey call) {
        return lookup.find(Volume.class, call).isPresent();
    }

    /** How many elements the result of a call has. */
    public Optional<CatalogEntry<Sizing>> sizing(MethodKey call) {
        return lookup.find(Sizing.class, call);
    }

    /** Whether the call tells that there is no more of what its receiver goes through. */
    public boolean tellsEnd(MethodKey call) {
        return lookup.find(Exhaustion.class, call).isPresent();
    }

    public boolean isSubtype(String type, String supertype) {
        return program.isSubtype(type, supertype);
    }

    public boolean isMutable(String type) {
        return lookup.type(type).filter(e -> e.fact() == TypeFact.MUTABLE).isPresent();
    }

    public boolean isThreadLocal(String type) {
        return lookup.type(type).filter(e -> e.fact() == TypeFact.THREAD_LOCAL).isPresent();
    }
}
