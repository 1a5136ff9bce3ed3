package dev.replaylint.durable;

import dev.replaylint.durable.body.SearchLoops;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Picks;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.loop.OnlyElements;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.value.GrowingText;
import dev.replaylint.durable.value.Reached;
import dev.replaylint.program.Context;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds operations that depend on the order of collections: loops, streams with operations in them, map items, picked elements. */
final class UnorderedUses {

    private final ReplayModel model;
    private final Effects effects;
    private final GrowingText texts;
    private final OnlyElements only;
    private final List<UnorderedUse> found = new ArrayList<>();

    UnorderedUses(ReplayModel model, Effects effects) {
        this.model = model;
        this.effects = effects;
        this.texts = new GrowingText(effects);
        this.only = new OnlyElements(effects);
    }

    List<UnorderedUse> find() {
        for (Visit visit : model.visits(Region.REPLAYED)) {
            for (Site.Call call : visit.body().calls()) {
                inLoop(call, visit);
                behindLoop(call, visit);
                ofOperation(call, visit);
                inFunctions(call, visit);
                picked(call, visit);
                takenFromArray(call, visit);
                accumulated(call, visit);
            }
        }
        return found;
    }

    /** An operation, or a call that runs one, in a loop over the collection; told at the loop's iterator. */
    private void inLoop(Site.Call call, Visit visit) {
        if (call.context().loops().isEmpty()) {
            return;
        }
        Optional<Operation> operation = model.operationInside(call, visit);
        for (Context.Loop loop : call.context().loops()) {
            // An array that is made here has no order of its own, only its elements may have one.
            boolean iterates =
                    loop.iterated().filter(i -> !(i instanceof Value.NewArray)).isPresent();
            if (operation.isPresent() && iterates) {
                Optional<Site> iterator = iteratorOf(loop, visit);
                Site at = iterator.orElse(call);
                Location where = at == call ? loop.location() : at.location();
                String consequence =
                        "each round of the loop runs " + operation.get().label();
                add(gone(loop, iterator, visit), new Place(at, visit, where), consequence);
            }
        }
    }

    /** What a loop goes through: of an iterator that code of the project makes, that, and not all that its object has. */
    private static Value gone(Context.Loop loop, Optional<Site> iterator, Visit visit) {
        return iterator.map(Site.Call.class::cast)
                .filter(i -> !visit.calls(i).isEmpty())
                .<Value>map(Value.Result::new)
                .orElseGet(() -> loop.iterated().orElseThrow());
    }

    /** Operations of the element that a loop ends with, where it depends on the element which ones they are. */
    private void behindLoop(Site.Call call, Visit visit) {
        Optional<Site.Call> element = SearchLoops.called(call)
                .filter(e ->
                        visit.calls(call).stream().map(Edge::callee).distinct().count() > 1);
        for (Context.Loop loop : element.map(e -> e.context().loops()).orElse(List.of())) {
            Optional<Site> iterator = iteratorOf(loop, visit).filter(i -> gives(i, element.get()));
            if (iterator.isPresent()) {
                model.operationInside(call, visit)
                        .map(o -> "the element with which the loop ends runs " + o.label())
                        .ifPresent(c -> add(gone(loop, iterator, visit), place(iterator.get(), visit), c));
            }
        }
    }

    private static Optional<Site> iteratorOf(Context.Loop loop, Visit visit) {
        return visit.body()
                .sites(Site.Call.class)
                .filter(c -> c.target().name().equals("iterator"))
                .filter(c -> c.receiver().equals(loop.iterated()))
                .filter(c -> loop.exits().stream().anyMatch(e -> asks(e.settled(), c)))
                .map(Site.class::cast)
                .findFirst();
    }

    /** Whether a loop ends when an iterator has no more: a second loop over the collection has an iterator of its own. */
    private static boolean asks(Value exit, Site.Call iterator) {
        return exit instanceof Value.Result result
                && result.call()
                        .receiver()
                        .filter(r -> r.settled().equals(new Value.Result(iterator)))
                        .isPresent();
    }

    private void ofOperation(Site.Call call, Visit visit) {
        Optional<Operation> operation =
                DurableSdk.operation(call.target(), model.program()).map(k -> new Operation(k, call, visit));
        operation.ifPresent(o -> add(o.name(), place(call, visit), "the name of " + o.label() + " is made of it"));
        operation
                .filter(o -> o.kind() == OperationKind.MAP)
                .ifPresent(o -> add(
                        call.arguments().get(DurableSdk.MAP_ITEMS),
                        place(call, visit),
                        o.label() + " numbers its items by that order"));
    }

    /** {@code forEach} and the like, with operations in the function. */
    private void inFunctions(Site.Call call, Visit visit) {
        boolean runsFunction = visit.outgoing(call).stream().anyMatch(e -> e.how() == Edge.Kind.IN_PLACE);
        if (!runsFunction
                || DurableSdk.operation(call.target(), model.program()).isPresent()
                || !Picks.isForEach(call, model.program())) {
            return;
        }
        model.operationInside(call, visit)
                .map(o -> "`" + call.target().name() + "` runs " + o.label() + " for each element")
                .ifPresent(c -> add(call.receiver().get(), place(call, visit), c));
    }

    /** One element that reaches an operation. */
    private void picked(Site.Call call, Visit visit) {
        Optional<Reached> reached = model.reach(call).filter(r -> Picks.isPick(call));
        if (reached.isPresent() && call.receiver().isPresent()) {
            String picked =
                    "what `" + call.target().name() + "` picks " + reached.get().phrase();
            add(call.receiver().get(), place(call, visit), picked);
            boolean told = !model.unorderedSources(call.receiver().get(), visit).isEmpty();
            if (Picks.isAny(call) && !told) {
                String source = call.target().simpleOwner() + "." + Picks.ANY;
                found.add(new UnorderedUse(
                        call,
                        visit,
                        call.location(),
                        source,
                        "what it picks " + reached.get().phrase()));
            }
        }
    }

    /** An element of an array, by its place. */
    private void takenFromArray(Site.Call call, Visit visit) {
        if (visit.calls(call).isEmpty() && Picks.givesArray(call, effects)) {
            String taken = "the element that is taken from `" + call.target().name() + "` ";
            model.reach(call).ifPresent(r -> add(new Value.Result(call), place(call, visit), taken + r.phrase()));
        }
    }

    /** Text that grows by one element after the other, or the element that is left. Sums and the like are the same in any order. */
    private void accumulated(Site.Call call, Visit visit) {
        if (!Picks.isElement(call) || Picks.isPick(call)) {
            return;
        }
        for (Context.Loop loop : call.context().loops()) {
            Optional<Site> iterator = iteratorOf(loop, visit).filter(i -> gives(i, call));
            if (iterator.isPresent()
                    && !runsOperation(loop, visit)
                    && !model.unorderedSources(gone(loop, iterator, visit), visit)
                            .isEmpty()) {
                String left = texts.growsBy(call, visit.body())
                        ? "the text that the loop puts together "
                        : "the element with which the loop ends ";
                model.reach(call)
                        .map(r -> left + r.phrase())
                        .ifPresent(t -> add(gone(loop, iterator, visit), place(iterator.get(), visit), t));
            }
        }
    }

    /** Whether the rounds run operations: that says more than what becomes of the text, and their names may be of an element alone. */
    private boolean runsOperation(Context.Loop loop, Visit visit) {
        return visit.body().calls().stream()
                .filter(loop::encloses)
                .anyMatch(c -> model.operationInside(c, visit).isPresent());
    }

    private static boolean gives(Site iterator, Site.Call element) {
        return element.receiver()
                .filter(r -> r instanceof Value.Result result && result.call() == iterator)
                .isPresent();
    }

    private record Place(Site site, Visit visit, Location location) {}

    private static Place place(Site site, Visit visit) {
        return new Place(site, visit, site.location());
    }

    private void add(Value collection, Place at, String consequence) {
        model.unorderedSources(collection, at.visit()).stream()
                .findFirst()
                .filter(s -> !only.is(collection, at.site(), at.visit().body()))
                .map(UnorderedUses::name)
                .ifPresent(s -> found.add(new UnorderedUse(at.site(), at.visit(), at.location(), s, consequence)));
    }

    private static String name(Site source) {
        if (source instanceof Site.Call call) {
            return name(call.target());
        }
        return source instanceof Site.FunctionCreation function ? name(function.implementation()) : "this collection";
    }

    private static String name(MethodKey target) {
        return target.isConstructor() ? "new " + target.simpleOwner() : target.simpleOwner() + "." + target.name();
    }
}
