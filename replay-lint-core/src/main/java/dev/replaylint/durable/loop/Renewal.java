package dev.replaylint.durable.loop;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Sizing;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Body;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How far a number, or the size of a collection, that an object keeps is from that of the variable the object was made from. */
final class Renewal {

    private static final int DEEPEST = 24;

    /** Conditions that follow each other double the ways. */
    private static final int MOST_VALUES = 1_000;

    private static final Set<Sizing> ELEMENTS = Set.of(Sizing.SINGLE, Sizing.LISTED);
    private static final Pattern REMOVING = Pattern.compile("(remove|poll|pop|take|clear|drain|retain).*");

    private final Value.Join variable;
    private final Optional<FieldKey> field;
    private final Map<FieldKey, Value> flags;
    private final Program program;
    private final ValueTrail trail;
    private final Effects effects;
    private final Set<Value> open = new HashSet<>();
    private int depth;
    private int looked;

    /** {@code flags} are those that may end the loop, with their values while it goes on. */
    Renewal(
            Value.Join variable,
            Optional<FieldKey> field,
            Map<FieldKey, Value> flags,
            Program program,
            ValueTrail trail,
            Effects effects) {
        this.variable = variable;
        this.field = field;
        this.flags = flags;
        this.program = program;
        this.trail = trail;
        this.effects = effects;
    }

    /** Of a number that a variable is, and none that an object keeps. */
    static Renewal ofNumber(Value.Join variable, Program program, ValueTrail trail, Effects effects) {
        return new Renewal(variable, Optional.empty(), Map.of(), program, trail, effects);
    }

    /** All steps that are possible; none of an object whose flags end the loop. */
    Steps steps(Located object) {
        return field.isPresent() ? deeper(object, this::ofObject) : deeper(object, this::ofPart);
    }

    private Steps deeper(Located at, Function<Located, Steps> next) {
        if (depth >= DEEPEST || looked >= MOST_VALUES) {
            return Steps.UNKNOWN;
        }
        looked++;
        depth++;
        try {
            return at.value() instanceof Value.Join join && join != variable
                    ? ofJoin(join, at.frame(), next)
                    : next.apply(at);
        } finally {
            depth--;
        }
    }

    /** What goes round in an inner loop may only go the same way there. */
    private Steps ofJoin(Value.Join join, CallFrame frame, Function<Located, Steps> next) {
        if (!open.add(join)) {
            return Steps.AGAIN;
        }
        Steps all = Steps.any(join.ways().stream().map(w -> deeper(new Located(w, frame), next)));
        open.remove(join);
        return all.behindLoop();
    }

    private Steps ofObject(Located object) {
        return object.value() == variable ? Steps.SAME : ofObject(object, field.orElseThrow(), this::ofObject);
    }

    /** Of what an object keeps in a field; {@code next} goes on with the object that this one is. */
    private Steps ofObject(Located object, FieldKey part, Function<Located, Steps> next) {
        if (object.value() == Value.Null.NULL) {
            return Steps.NONE;
        }
        if (!(object.value() instanceof Value.Result result)) {
            return trail.before(object).map(b -> deeper(b, next)).orElse(Steps.UNKNOWN);
        }
        if (!result.call().isAllocation()) {
            return returned(result.call(), object.frame(), next);
        }
        boolean hasNone = !program.isSubtype(result.call().target().owner(), part.owner());
        return hasNone || ends(object)
                ? Steps.NONE
                : part(object, part).map(p -> deeper(p, this::ofPart)).orElse(Steps.UNKNOWN);
    }

    private Optional<Located> part(Located object, FieldKey part) {
        return trail.ofField(part, object, object.frame());
    }

    /** Whether an object has a flag with another value than those with which the loop goes on. */
    private boolean ends(Located object) {
        return flags.entrySet().stream()
                .anyMatch(f -> constant(object, f.getKey(), trail)
                        .filter(now -> !now.equals(f.getValue()))
                        .isPresent());
    }

    /** What a flag of an object is, if the code shows that. */
    static Optional<Value> constant(Located object, FieldKey flag, ValueTrail trail) {
        return trail.ofField(flag, object, object.frame())
                .map(p -> trail.follow(p.value(), p.frame()).value())
                .filter(Value.Constant.class::isInstance);
    }

    /** What helpers return, and functions that operations run. */
    private Steps returned(Site.Call call, CallFrame frame, Function<Located, Steps> next) {
        List<Edge> known = trail.calls(call, frame);
        List<Edge> edges = known.isEmpty()
                ? frame.visit().outgoing(call).stream()
                        .filter(e -> e.how() == Edge.Kind.OPERATION)
                        .toList()
                : known;
        if (edges.isEmpty() || edges.stream().anyMatch(e -> frame.runs(e.callee()))) {
            return Steps.UNKNOWN;
        }
        return Steps.any(edges.stream()
                .map(e -> trail.enter(e, frame))
                .flatMap(c -> c.visit().returned().map(v -> deeper(new Located(v, c), next))));
    }

    private Steps ofPart(Located part) {
        Value value = part.value();
        if (value == variable && field.isEmpty()) {
            return Steps.SAME;
        }
        if (value instanceof Value.FieldValue read
                && field.equals(Optional.of(read.read().field()))
                && read.read().receiver().isPresent()) {
            return deeper(new Located(read.read().receiver().get(), part.frame()), this::ofObject);
        }
        if (value instanceof Value.Derived sum && sum.operands().size() == 2) {
            return ofSum(sum, part.frame());
        }
        if (value instanceof Value.Result result && result.call().target().isOfPlatform()) {
            return ofCollection(result.call(), part.frame());
        }
        return trail.before(part).map(b -> deeper(b, this::ofPart)).orElseGet(() -> madeElsewhere(part));
    }

    /** What may have been made in several ways: the result of a helper, and what such an object keeps. */
    private Steps madeElsewhere(Located part) {
        if (part.value() instanceof Value.FieldValue read
                && read.read().receiver().isPresent()) {
            Located object = new Located(read.read().receiver().get(), part.frame());
            return deeper(object, o -> ofOther(o, read.read().field()));
        }
        return part.value() instanceof Value.Result result
                ? returned(result.call(), part.frame(), this::ofPart)
                : Steps.UNKNOWN;
    }

    /** Of an object that is not the variable, and may keep a number that comes from it. */
    private Steps ofOther(Located object, FieldKey part) {
        return ofObject(object, part, o -> ofOther(o, part));
    }

    private Steps ofSum(Value.Derived sum, CallFrame frame) {
        Optional<Long> right = number(sum.operands().get(1));
        Optional<Long> left = number(sum.operands().get(0));
        return switch (sum.operator()) {
            case "+" ->
                right.isPresent()
                        ? plus(sum.operands().get(0), right.get(), frame)
                        : left.map(n -> plus(sum.operands().get(1), n, frame)).orElse(Steps.UNKNOWN);
            case "-" -> right.map(n -> plus(sum.operands().get(0), -n, frame)).orElse(Steps.UNKNOWN);
            default -> Steps.UNKNOWN;
        };
    }

    private static Optional<Long> number(Value value) {
        return value.settled() instanceof Value.Constant c && c.constant() instanceof Number n
                ? Optional.of(n.longValue())
                : Optional.empty();
    }

    private Steps plus(Value value, long more, CallFrame frame) {
        return deeper(new Located(value, frame), this::ofPart).plus(more);
    }

    /** Of copies of a collection, and what is added to them. */
    private Steps ofCollection(Site.Call call, CallFrame frame) {
        if (call.target().name().equals("concat") && call.arguments().size() == 2) {
            Value first = call.arguments().get(0);
            Value second = call.arguments().get(1);
            return hasElements(second)
                    ? plus(first, 1, frame)
                    : hasElements(first) ? plus(second, 1, frame) : Steps.UNKNOWN;
        }
        return effects.sizing(call.target()).filter(e -> e.fact() == Sizing.AS_MANY).stream()
                .flatMap(e -> e.from().stream())
                .flatMap(o -> Operands.of(o, call.receiver(), call.arguments()).stream())
                .findFirst()
                .map(from -> plus(from, added(call, frame.visit().body()), frame))
                .orElse(Steps.UNKNOWN);
    }

    private boolean hasElements(Value value) {
        return value.settled() instanceof Value.Result made
                && !made.call().arguments().isEmpty()
                && effects.sizing(made.call().target())
                        .map(CatalogEntry::fact)
                        .filter(ELEMENTS::contains)
                        .isPresent();
    }

    /** How many elements are certainly added to what a call makes; less than none if some are taken out. */
    private static long added(Site.Call made, Body body) {
        List<Site.Call> changes = body.sites(Site.Call.class)
                .filter(c -> c.receiver().map(Value::settled).equals(Optional.of(new Value.Result(made))))
                .toList();
        boolean removes = changes.stream()
                .anyMatch(c -> REMOVING.matcher(c.target().name()).matches());
        Collection<?> certain = made.context().conditions();
        long adds = changes.stream()
                .filter(Fillings::adds)
                .filter(c -> !c.target().name().endsWith("All"))
                .filter(c -> certain.containsAll(c.context().conditions())
                        && c.context().loops().equals(made.context().loops()))
                .count();
        return removes ? Steps.LESS : adds;
    }
}
