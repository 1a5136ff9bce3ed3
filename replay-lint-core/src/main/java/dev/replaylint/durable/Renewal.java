package dev.replaylint.durable;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Sizing;
import dev.replaylint.durable.ValueTrail.Located;
import dev.replaylint.program.Body;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How far a number, or the size of a collection, that an object keeps is from that of the variable the object was made from. */
final class Renewal {

    private static final int DEEPEST = 24;

    /** Conditions that follow each other double the ways. */
    private static final int MOST_VALUES = 1_000;

    private static final long AGAIN = 1L << 40;
    private static final Set<Sizing> ELEMENTS = Set.of(Sizing.SINGLE, Sizing.LISTED);
    private static final Pattern REMOVING = Pattern.compile("(remove|poll|pop|take|clear|drain|retain).*");

    /** Of what is not made from the variable. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final Set<Long> NONE = Set.of(UNKNOWN);
    private static final Set<Long> SAME = Set.of(0L);

    private final Value.Join variable;
    private final Optional<FieldKey> field;
    private final Located start;
    private final Set<FieldKey> flags;
    private final ValueTrail trail;
    private final Effects effects;
    private final Set<Value> open = new HashSet<>();
    private int depth;
    private int looked;

    Renewal(
            Value.Join variable,
            Optional<FieldKey> field,
            Located start,
            Set<FieldKey> flags,
            ValueTrail trail,
            Effects effects) {
        this.variable = variable;
        this.field = field;
        this.start = start;
        this.flags = flags;
        this.trail = trail;
        this.effects = effects;
    }

    /** All steps that are possible; none of an object whose flags end the loop. */
    Set<Long> steps(Located object) {
        return field.isPresent() ? deeper(object, this::ofObject) : deeper(object, this::ofPart);
    }

    private Set<Long> deeper(Located at, Function<Located, Set<Long>> next) {
        if (depth >= DEEPEST || looked >= MOST_VALUES) {
            return NONE;
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
    private Set<Long> ofJoin(Value.Join join, CallFrame frame, Function<Located, Set<Long>> next) {
        if (!open.add(join)) {
            return Set.of(AGAIN);
        }
        Set<Long> all = join.ways().stream()
                .flatMap(w -> deeper(new Located(w, frame), next).stream())
                .collect(Collectors.toSet());
        open.remove(join);
        boolean back = all.stream().anyMatch(s -> s > AGAIN / 2 && s < AGAIN);
        return back ? NONE : all.stream().filter(s -> s < AGAIN / 2).collect(Collectors.toSet());
    }

    private Set<Long> ofObject(Located object) {
        Value value = object.value();
        if (value == variable) {
            return SAME;
        }
        if (!(value instanceof Value.Result result)) {
            return trail.before(object).map(b -> deeper(b, this::ofObject)).orElse(NONE);
        }
        if (result.call().isAllocation()) {
            Set<Long> on = part(object, field.orElseThrow())
                    .map(p -> deeper(p, this::ofPart))
                    .orElse(NONE);
            return ends(object) ? Set.of() : on;
        }
        return returned(result.call(), object.frame(), this::ofObject);
    }

    private Optional<Located> part(Located object, FieldKey part) {
        return trail.ofField(part, object, object.frame());
    }

    /** Whether an object has a flag that the first one, with which the loop goes on, has not. */
    private boolean ends(Located object) {
        Located first = trail.follow(start.value(), start.frame());
        return flags.stream()
                .anyMatch(f -> constant(first, f)
                        .flatMap(before -> constant(object, f).filter(now -> !now.equals(before)))
                        .isPresent());
    }

    private Optional<Value> constant(Located object, FieldKey flag) {
        return part(object, flag)
                .map(p -> trail.follow(p.value(), p.frame()).value())
                .filter(Value.Constant.class::isInstance);
    }

    /** What helpers return, and functions that operations run. */
    private Set<Long> returned(Site.Call call, CallFrame frame, Function<Located, Set<Long>> next) {
        List<Edge> known = trail.calls(call, frame);
        List<Edge> edges = known.isEmpty()
                ? frame.visit().outgoing(call).stream()
                        .filter(e -> e.how() == Edge.Kind.OPERATION)
                        .toList()
                : known;
        if (edges.isEmpty() || edges.stream().anyMatch(e -> frame.runs(e.callee()))) {
            return NONE;
        }
        return edges.stream()
                .map(e -> trail.enter(e, frame))
                .flatMap(c -> c.visit().returned().flatMap(v -> deeper(new Located(v, c), next).stream()))
                .collect(Collectors.toSet());
    }

    private Set<Long> ofPart(Located part) {
        Value value = part.value();
        if (value == variable && field.isEmpty()) {
            return SAME;
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
        return trail.before(part)
                .map(b -> deeper(b, this::ofPart))
                .orElseGet(() -> value instanceof Value.Result result
                        ? returned(result.call(), part.frame(), this::ofPart)
                        : NONE);
    }

    private Set<Long> ofSum(Value.Derived sum, CallFrame frame) {
        Optional<Long> right = number(sum.operands().get(1));
        Optional<Long> left = number(sum.operands().get(0));
        return switch (sum.operator()) {
            case "+" ->
                right.isPresent()
                        ? plus(sum.operands().get(0), right.get(), frame)
                        : left.map(n -> plus(sum.operands().get(1), n, frame)).orElse(NONE);
            case "-" -> right.map(n -> plus(sum.operands().get(0), -n, frame)).orElse(NONE);
            default -> NONE;
        };
    }

    private static Optional<Long> number(Value value) {
        return value.settled() instanceof Value.Constant c && c.constant() instanceof Number n
                ? Optional.of(n.longValue())
                : Optional.empty();
    }

    private Set<Long> plus(Value value, long more, CallFrame frame) {
        return deeper(new Located(value, frame), this::ofPart).stream()
                .map(s -> s == UNKNOWN ? s : Long.valueOf(s + more))
                .collect(Collectors.toSet());
    }

    /** Of copies of a collection, and what is added to them. */
    private Set<Long> ofCollection(Site.Call call, CallFrame frame) {
        if (call.target().name().equals("concat") && call.arguments().size() == 2) {
            Value first = call.arguments().get(0);
            Value second = call.arguments().get(1);
            return hasElements(second) ? plus(first, 1, frame) : hasElements(first) ? plus(second, 1, frame) : NONE;
        }
        return effects.sizing(call.target()).filter(e -> e.fact() == Sizing.AS_MANY).stream()
                .flatMap(e -> e.from().stream())
                .flatMap(o -> Operands.of(o, call.receiver(), call.arguments()).stream())
                .findFirst()
                .map(from -> plus(from, added(call, frame.visit().body()), frame))
                .orElse(NONE);
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
        return removes ? -AGAIN / 4 : adds;
    }
}
