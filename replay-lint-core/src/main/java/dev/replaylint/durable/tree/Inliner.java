package dev.replaylint.durable.tree;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.loop.Rounds;
import dev.replaylint.durable.loop.Turns;
import dev.replaylint.durable.name.NameReader;
import dev.replaylint.durable.name.OperationName;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.settings.ContextSettings;
import dev.replaylint.durable.tree.OperationNode.Op;
import dev.replaylint.durable.tree.OperationNode.Recursion;
import dev.replaylint.durable.value.Reach;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.program.Body;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Names;
import dev.replaylint.program.Outline;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what a frame starts: its own operations, and in place of each call what the call starts. */
final class Inliner {

    /** Beyond this many inlined calls a tree shows further ones as it shows recursion: helpers that call helpers twice double it. */
    private static final int MOST_CALLS = 20_000;

    private static final int OUTSIDE = -1;

    private final Program program;
    private final Reach reach;
    private final Repetition repetition;
    private final ValueTrail trail;
    private final Repeats repeats;
    private final NameReader names;
    private final ContextSettings settings;
    private final Polling polling;
    private final Turns turns;
    private final Guesses guesses;
    private final List<Op> made = new ArrayList<>();
    private final Branches branches = new Branches();
    private int inlined;

    Inliner(
            Program program,
            Reach reach,
            Repetition repetition,
            ValueTrail trail,
            Repeats repeats,
            Turns turns,
            Guesses guesses) {
        this.program = program;
        this.reach = reach;
        this.repetition = repetition;
        this.trail = trail;
        this.repeats = repeats;
        this.names = new NameReader(program, trail);
        this.settings = new ContextSettings(trail, names);
        this.polling = new Polling(program, trail);
        this.turns = turns;
        this.guesses = guesses;
    }

    /** Every operation that was told, also where an equal one stands for it. */
    List<Op> operations() {
        return made;
    }

    /** What is started on the context that is the frame's own. */
    List<OperationNode> context(CallFrame frame) {
        return branches.sorted(expand(frame));
    }

    private List<OperationNode> expand(CallFrame frame) {
        Body body = frame.visit().body();
        Map<Site, List<OperationNode>> found = new IdentityHashMap<>();
        for (Site site : body.sites()) {
            List<OperationNode> started = frame.visit().runs(site) ? at(site, frame) : List.of();
            if (!started.isEmpty()) {
                found.put(site, started);
            }
        }
        return found.isEmpty() ? List.of() : arranged(body.flow().outline(found::containsKey), OUTSIDE, found, frame);
    }

    private List<OperationNode> arranged(
            List<Outline> outline, int loop, Map<Site, List<OperationNode>> found, CallFrame frame) {
        List<OperationNode> arranged = new ArrayList<>();
        for (Outline part : outline) {
            if (part instanceof Outline.Point point) {
                arranged.addAll(found.getOrDefault(point.site(), List.of()));
            } else if (part instanceof Outline.Repeat repeat) {
                arranged.addAll(repeated(repeat, found, frame));
            } else if (part instanceof Outline.Choice choice) {
                List<List<OperationNode>> arms = choice.arms().stream()
                        .map(a -> arranged(a, loop, found, frame))
                        .toList();
                arranged.addAll(Choices.of(arms, choice.skippable(), interval(choice, loop, frame)));
            }
        }
        return arranged;
    }

    /** How many rounds of a loop there are for one that takes the only arm of a choice: those in which all of it is reached. */
    private long interval(Outline.Choice choice, int loop, CallFrame frame) {
        return choice.arms().size() > 1
                ? 1
                : choice.arms().get(0).stream()
                        .filter(p -> !(p instanceof Outline.Choice))
                        .findFirst()
                        .map(p -> repeats.interval(loop, first(List.of(p)), frame))
                        .orElse(1L);
    }

    private List<OperationNode> repeated(Outline.Repeat repeat, Map<Site, List<OperationNode>> found, CallFrame frame) {
        Site inside = first(repeat.body());
        Rounds rounds = repeats.ofLoop(repeat.loop(), inside, frame);
        List<OperationNode> body = arranged(repeat.body(), repeat.loop(), found, frame);
        boolean unknown = body.size() == 1 && body.get(0) instanceof OperationNode.Choice c && c.interval() == 0;
        if (unknown && rounds.most().number().isPresent()) {
            rounds = repeats.some(inside, frame);
        }
        boolean polls = Repeats.loop(repeat.loop(), inside)
                .filter(l -> polling.is(body, l, frame))
                .isPresent();
        return Choices.repeated(body, rounds, polls, new Place(inside, frame.visit()));
    }

    private static Site first(List<Outline> outline) {
        Outline first = outline.get(0);
        if (first instanceof Outline.Repeat repeat) {
            return first(repeat.body());
        }
        return first instanceof Outline.Choice choice
                ? first(choice.arms().stream()
                        .filter(a -> !a.isEmpty())
                        .findFirst()
                        .orElseThrow())
                : ((Outline.Point) first).site();
    }

    private List<OperationNode> at(Site site, CallFrame frame) {
        if (!(site instanceof Site.Call call)) {
            return functions(site, frame);
        }
        Optional<OperationKind> kind = DurableSdk.operation(call.target(), program);
        if (kind.isPresent()) {
            return List.of(operation(kind.get(), call, frame));
        }
        List<Edge> calls = trail.calls(call, frame);
        return calls.isEmpty() ? functions(call, frame) : alternatives(calls, frame);
    }

    private Op operation(OperationKind kind, Site.Call call, CallFrame frame) {
        List<Edge> functions = kind.givesContext() ? frame.visit().outgoing(call) : List.of();
        List<OperationNode> body = branches.sorted(alternatives(functions, frame));
        OperationName name = names.name(call.arguments().get(0), frame);
        boolean virtual = settings.isVirtual(kind, call, frame);
        Operation operation = new Operation(kind, call, frame.visit());
        Rounds rounds = repeats.ofOperation(kind, call, frame);
        Inlining inlining = new Inlining(call, frame, turns, guesses);
        Op op = new Op(kind, name, virtual, call.location(), body, rounds, operation, inlining);
        made.add(op);
        polling.started(op, frame);
        if (kind == OperationKind.BRANCH) {
            branches.started(op, makers(call, frame));
        }
        return op;
    }

    /** The calls that made the object which a branch is started on. */
    private Set<Site> makers(Site.Call branch, CallFrame frame) {
        Set<Site> found = new LinkedHashSet<>();
        branch.receiver().ifPresent(r -> {
            Value maker = trail.follow(r, frame).value();
            List<Value> ways = maker instanceof Value.Join join ? join.operands() : List.of(maker);
            ways.stream().filter(Value.Result.class::isInstance).forEach(w -> found.add(((Value.Result) w).call()));
        });
        return found;
    }

    /** What one of several implementations starts. */
    private List<OperationNode> alternatives(List<Edge> edges, CallFrame frame) {
        return Choices.of(edges.stream().map(e -> entered(e, frame)).toList(), false);
    }

    /** What functions start that a call runs but not as its own target. */
    private List<OperationNode> functions(Site site, CallFrame frame) {
        List<List<OperationNode>> started = new ArrayList<>();
        for (Edge edge : frame.visit().outgoing(site)) {
            boolean kept = edge.how() == Edge.Kind.KEPT || repetition.keeps(site);
            if (kept && !repetition.isCalledElsewhere(edge.callee())) {
                started.add(Choices.of(List.of(entered(edge, frame)), true));
            } else if (!kept && edge.how() != Edge.Kind.OPERATION) {
                started.add(entered(edge, frame));
            }
        }
        return started.isEmpty()
                ? List.of()
                : repetition.arranged(new Place(site, frame.visit()), started, call -> repeats.ofFunction(call, frame));
    }

    private List<OperationNode> entered(Edge edge, CallFrame frame) {
        Visit callee = edge.callee();
        if (callee.region() != Region.REPLAYED || reach.inside(callee).isEmpty()) {
            return List.of();
        }
        inlined++;
        boolean again = frame.runs(callee);
        if (again || inlined > MOST_CALLS) {
            return again(edge, again ? depth(edge, frame) : Recursion.Depth.CUT, frame);
        }
        return guesses.goesOn(edge, frame)
                ? again(edge, Recursion.Depth.GUESSED, frame)
                : Choices.entered(callee, expand(trail.enter(edge, frame)));
    }

    private static List<OperationNode> again(Edge edge, Recursion.Depth depth, CallFrame frame) {
        return List.of(new Recursion(label(edge.callee()), depth, new Place(edge.site(), frame.visit())));
    }

    private Recursion.Depth depth(Edge edge, CallFrame frame) {
        Recursion.Depth depth = repeats.ofRecursion(edge, frame);
        boolean told = depth == Recursion.Depth.OPEN || depth == Recursion.Depth.DATA;
        return told && guesses.isClosedBy(edge, frame) ? Recursion.Depth.GUESSED : depth;
    }

    private static String label(Visit visit) {
        MethodKey method = visit.body().shape().enclosing();
        return Names.simple(method.owner()) + "." + method.name();
    }
}
