package dev.replaylint.durable.value;

import dev.replaylint.durable.body.InitialValues;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Body;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows a value back along one way of calls, as far as it comes from one place: through parameters, results of helpers, constants
 * and fields that are assigned once. Unlike {@link Origins} it gives one answer or none.
 */
public final class ValueTrail {

    private static final int LONGEST = 40;

    private final Program program;
    private final Fields fields;
    private final Taken taken;
    private final FluentFields fluent;
    private int length;

    public ValueTrail(Program program, Fields fields) {
        this.program = program;
        this.fields = fields;
        this.taken = new Taken(this, program, fields);
        this.fluent = new FluentFields(this);
    }

    /** A value with the frame it belongs to. */
    public record Located(Value value, CallFrame frame) {

        public Located {
            value = value.settled();
        }
    }

    /** Where the value comes from, as far as that is certain. */
    public Located follow(Value value, CallFrame frame) {
        Located at = new Located(value, frame);
        Optional<Located> next = before(at);
        while (next.isPresent()) {
            at = next.get();
            next = before(at);
        }
        return at;
    }

    /** The value that this one certainly is, one step back. */
    public Optional<Located> before(Located at) {
        if (length >= LONGEST) {
            return Optional.empty();
        }
        length++;
        try {
            return find(at);
        } finally {
            length--;
        }
    }

    private Optional<Located> find(Located at) {
        Value value = at.value();
        if (value instanceof Value.Parameter parameter) {
            return passed(parameter.index(), at.frame());
        }
        if (value instanceof Value.This) {
            return passed(-1, at.frame());
        }
        if (value instanceof Value.FieldValue field) {
            return ofField(field.read(), at.frame());
        }
        return value instanceof Value.Result result && !result.call().isAllocation()
                ? returned(result.call(), at.frame())
                : Optional.empty();
    }

    private static Optional<Located> passed(int parameter, CallFrame frame) {
        return frame.edge()
                .flatMap(e -> e.argument(parameter))
                .flatMap(b -> frame.outside().map(o -> new Located(b.value(), o.of(b.visit()))));
    }

    private Optional<Located> ofField(Site.FieldRead read, CallFrame frame) {
        if (read.receiver().isEmpty()) {
            return assignedOnce(read.field(), frame);
        }
        Located object = new Located(read.receiver().get(), frame);
        return ofField(read.field(), follow(object.value(), frame), frame)
                .or(() -> isChanged(read.field()) ? fluent.last(read.field(), object) : Optional.empty());
    }

    /** What the field of an object was assigned, if that is certain; the frame is of the code that reads it. */
    public Optional<Located> ofField(FieldKey field, Located object, CallFrame frame) {
        if (object.value() instanceof Value.Result made && made.call().isAllocation()) {
            return isChanged(field) ? Optional.empty() : constructed(field, made.call(), object.frame());
        }
        return object.value() instanceof Value.This ? assignedOnce(field, frame) : Optional.empty();
    }

    private Optional<Located> assignedOnce(FieldKey field, CallFrame frame) {
        List<Fields.Write> writes = fields.writes(field);
        boolean one = writes.stream().map(Fields.Write::site).distinct().count() == 1;
        return one ? Optional.of(located(writes.get(0), frame)) : Optional.empty();
    }

    /** All assignments to a field. */
    public List<Fields.Write> assigned(FieldKey field) {
        boolean closed = program.type(field.owner())
                .filter(t -> t.kind() == ClassKind.ENUM)
                .isPresent();
        return closed ? fields.calledWrites(field) : fields.writes(field);
    }

    private static Located located(Fields.Write write, CallFrame frame) {
        return new Located(write.site().value(), frame.of(write.visit()));
    }

    /** Whether code assigns the field of an object that is made already. */
    private boolean isChanged(FieldKey field) {
        return fields.reached(field).stream()
                .anyMatch(w -> !w.visit().body().key().isConstructor());
    }

    /** Where code that handlers reach assigns a field. */
    public List<Fields.Write> writes(FieldKey field) {
        return fields.reached(field);
    }

    /** What the constructor that makes an object assigns to a field, if it does so once. */
    private Optional<Located> constructed(FieldKey field, Site.Call creation, CallFrame frame) {
        List<Located> found = new ArrayList<>();
        for (Edge edge : frame.visit().calls(creation)) {
            collectWrites(field, enter(edge, frame), found);
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private void collectWrites(FieldKey field, CallFrame constructor, List<Located> found) {
        for (Site site : constructor.visit().body().sites()) {
            if (site instanceof Site.FieldWrite write
                    && write.field().equals(field)
                    && !InitialValues.isReplaced(write, constructor.visit().body())) {
                found.add(new Located(write.value(), constructor));
            }
            boolean further = site instanceof Site.Call call
                    && call.dispatch() == Dispatch.SPECIAL
                    && call.target().isConstructor();
            if (further) {
                constructor.visit().outgoing(site).stream()
                        .filter(e -> !constructor.runs(e.callee()))
                        .forEach(e -> collectWrites(field, enter(e, constructor), found));
            }
        }
    }

    private Optional<Located> returned(Site.Call call, CallFrame frame) {
        List<Edge> calls = calls(call, frame);
        if (calls.size() != 1 || frame.runs(calls.get(0).callee())) {
            return Optional.empty();
        }
        CallFrame callee = enter(calls.get(0), frame);
        List<Site.Return> returns = callee.visit().returns().toList();
        return returns.size() == 1 ? returns.get(0).value().map(v -> new Located(v, callee)) : Optional.empty();
    }

    /** What a call runs itself: of several implementations, the one of the receiver's class where that is certain. */
    public List<Edge> calls(Site.Call call, CallFrame frame) {
        List<Edge> known = frame.visit().calls(call);
        if (known.size() < 2 || call.dispatch() != Dispatch.VIRTUAL) {
            return known;
        }
        List<Edge> taking = known.stream().filter(e -> takes(e, call, frame)).toList();
        List<Edge> all = taking.isEmpty() ? known : taking;
        Optional<MethodKey> certain = call.receiver().flatMap(r -> certain(r, call, frame));
        List<Edge> chosen = all.stream()
                .filter(e -> certain.equals(Optional.of(e.callee().body().key())))
                .toList();
        return chosen.isEmpty() ? all : chosen;
    }

    /** What runs when the call is made on the receiver, where the code shows which object or function that is. */
    private Optional<MethodKey> certain(Value receiver, Site.Call call, CallFrame frame) {
        Optional<Value> function = taken.from(follow(receiver, frame)).filter(Value.Function.class::isInstance);
        return function.isPresent()
                ? function.map(f -> ((Value.Function) f).creation().implementation())
                : exactType(receiver, frame)
                        .flatMap(t -> program.implementation(call.target().in(t)))
                        .map(Body::key);
    }

    /** Whether a method that overrides a generic one can be given the arguments of a call: others are those of other handlers. */
    private boolean takes(Edge edge, Site.Call call, CallFrame frame) {
        // The compiler's bridge casts the arguments for the method behind it (JLS 15.12.4.5).
        Visit callee = edge.callee().outgoing().stream()
                .filter(Edge::isBridge)
                .map(Edge::callee)
                .findFirst()
                .orElse(edge.callee());
        List<String> own = Descriptors.parameters(callee.body().key().descriptor());
        List<String> generic = Descriptors.parameters(call.target().descriptor());
        if (own.equals(generic)
                || own.size() != generic.size()
                || own.size() != call.arguments().size()) {
            return true;
        }
        for (int i = 0; i < own.size(); i++) {
            String type = Descriptors.className(own.get(i));
            if (!own.get(i).equals(generic.get(i))
                    && program.isProject(type)
                    && exactType(call.arguments().get(i), frame)
                            .filter(t -> program.isProject(t) && !program.isSubtype(t, type))
                            .isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** The class of an object, where the code shows which one it is. */
    Optional<String> exactType(Value value, CallFrame frame) {
        Located object = follow(value, frame);
        Value made = taken.from(object).orElse(object.value());
        if (made instanceof Value.Result result && result.call().isAllocation()) {
            return Optional.of(result.call().target().owner());
        }
        return object.value() instanceof Value.This ? object.frame().self() : Optional.empty();
    }

    /** The frame of what an edge runs. */
    public CallFrame enter(Edge edge, CallFrame caller) {
        Optional<CallFrame> creator = creator(edge, caller);
        CallFrame entered =
                new CallFrame(edge.callee(), Optional.of(edge), Optional.of(caller), creator, Optional.empty());
        return edge.receiver()
                .flatMap(r -> exactType(r.value(), entered.of(r.visit())))
                .map(entered::as)
                .orElse(entered);
    }

    /** Where the function that an edge runs was made: a helper may make it anew each time, for other values. */
    private Optional<CallFrame> creator(Edge edge, CallFrame caller) {
        if (!(edge.site() instanceof Site.Call call)
                || isOfTarget(edge.callee().body().key(), call)) {
            return Optional.empty();
        }
        Optional<CallFrame> found = call.receiver().flatMap(r -> creator(r, edge, caller));
        for (int i = 0; i < call.arguments().size() && found.isEmpty(); i++) {
            found = creator(call.arguments().get(i), edge, caller);
        }
        return found;
    }

    private Optional<CallFrame> creator(Value candidate, Edge edge, CallFrame caller) {
        if (!(candidate instanceof Value.Result) && !(candidate instanceof Value.Parameter)) {
            return Optional.empty();
        }
        Located made = follow(candidate, caller);
        boolean same = made.value() instanceof Value.Function f
                && f.creation().implementation().equals(edge.callee().body().key());
        return same ? Optional.of(made.frame()) : Optional.empty();
    }

    /** Whether a method is what the call names, in this class or in one below: then no function was made for it. */
    private boolean isOfTarget(MethodKey method, Site.Call call) {
        return method.equals(call.target().in(method.owner()))
                && program.isSubtype(method.owner(), call.target().owner());
    }
}
