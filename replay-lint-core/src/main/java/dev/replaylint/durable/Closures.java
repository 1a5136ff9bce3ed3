package dev.replaylint.durable;

import dev.replaylint.program.Body;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.MethodHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which functions a value may be, as far as creation and use are tied together by locals, parameters, fields and collections. */
final class Closures {

    private static final int DEEPEST = 12;

    private final Program program;
    private final Effects effects;
    private final CallTargets dispatch;
    private final FunctionalTypes functional;
    private final Memo<String, Boolean> objects = new Memo<>(Closures::givesObject);
    private final Memo<FieldKey, List<Site.FieldWrite>> writes = new Memo<>(this::findWrites);
    private final Map<Site.FieldWrite, Visit> initialization = new HashMap<>();

    Closures(Program program, Effects effects, CallTargets dispatch) {
        this.program = program;
        this.effects = effects;
        this.dispatch = dispatch;
        this.functional = new FunctionalTypes(program);
    }

    Set<Closure> of(Value value, Visit visit) {
        if (hasNone(value)) {
            return Set.of();
        }
        Set<Closure> found = new LinkedHashSet<>();
        collect(value, visit, DEEPEST, found, new LinkedHashSet<>());
        return found;
    }

    private void collect(Value value, Visit visit, int depth, Set<Closure> found, Set<Value> seen) {
        if (depth == 0 || hasNone(value)) {
            return;
        }
        if (value instanceof Value.Function function) {
            found.add(Closure.of(function.creation(), visit));
        } else if (value instanceof Value.Parameter parameter) {
            found.addAll(visit.functions(parameter.index()));
        } else if (value instanceof Value.This) {
            found.addAll(visit.functions(-1));
        } else if (value instanceof Value.Join join && seen.add(join)) {
            for (Value operand : join.operands()) {
                collect(operand, visit, depth - 1, found, seen);
            }
        } else if (value instanceof Value.NewArray array) {
            ofArray(array, visit, depth, found, seen);
        } else if (value instanceof Value.Element element) {
            collect(element.array(), visit, depth - 1, found, seen);
        } else if (value instanceof Value.FieldValue field) {
            ofField(field.read().field(), depth, found, seen);
        } else if (value instanceof Value.Result result) {
            ofResult(result.call(), visit, depth, found, seen);
        }
    }

    private void ofArray(Value.NewArray array, Visit visit, int depth, Set<Closure> found, Set<Value> seen) {
        visit.body()
                .sites(Site.ArrayWrite.class)
                .filter(w -> w.array().equals(array))
                .forEach(w -> collect(w.value(), visit, depth - 1, found, seen));
    }

    /** Numbers and texts are no functions, and hold none. */
    private boolean hasNone(Value value) {
        if (value instanceof Value.Result result) {
            Site.Call call = result.call();
            return !call.isAllocation() && !objects.get(call.target().descriptor());
        }
        return value instanceof Value.Constant || value instanceof Value.Template || value instanceof Value.Derived;
    }

    private static boolean givesObject(String descriptor) {
        return !Shaping.isPlain(Descriptors.result(descriptor));
    }

    /** Functions that a project method returns, or that a collection was given. */
    private void ofResult(Site.Call call, Visit visit, int depth, Set<Closure> found, Set<Value> seen) {
        if (call.isAllocation()) {
            functional.methodOf(call.target().owner()).ifPresent(m -> found.add(Closure.of(call, m, visit)));
        }
        if (DurableSdk.owns(call.target().owner())) {
            return;
        }
        List<Body> bodies = call.isAllocation() ? List.of() : dispatch.bodies(call, visit);
        for (Body body : bodies) {
            body.sites(Site.Return.class)
                    .flatMap(r -> r.value().stream())
                    .filter(v -> v instanceof Value.Function || isMadeByApi(v))
                    .forEach(v -> collect(v, visit(body, call, visit), depth / 2, found, seen));
        }
        if (bodies.isEmpty()) {
            Set<Closure> kept = new LinkedHashSet<>();
            call.receiver().ifPresent(r -> collect(r, visit, depth - 1, kept, seen));
            // A function that is called here gives its result, not itself.
            boolean calls = kept.stream().anyMatch(c -> isCalled(c, call));
            if (calls) {
                return;
            }
            found.addAll(kept);
            kept(call).stream()
                    .filter(a -> !isEnclosing(a, call, visit))
                    .forEach(a -> collect(a, visit, depth - 1, found, seen));
            ofContents(call, visit, depth, found, seen);
        }
    }

    /** A collection, perhaps, which a helper fills and returns. */
    private boolean isMadeByApi(Value value) {
        return value instanceof Value.Result result
                && !program.isProject(result.call().target().owner())
                && !DurableSdk.owns(result.call().target().owner());
    }

    /** The arguments that an API's result may still have: not functions that the API has run, as a stream's mapper. */
    private List<Value> kept(Site.Call call) {
        MethodKey target = call.target();
        List<String> types = Descriptors.parameters(target.descriptor());
        boolean givesFunction = call.isAllocation() || functional.isFunction(Descriptors.result(target.descriptor()));
        List<Value> kept = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            boolean given = i >= types.size() || !functional.isFunction(types.get(i));
            if ((givesFunction || given) && !effects.usesUp(target, i)) {
                kept.add(call.arguments().get(i));
            }
        }
        return kept;
    }

    /** Whether an object of an inner class is given the object around it, which it has and does not stand for. */
    private static boolean isEnclosing(Value argument, Site.Call call, Visit visit) {
        return call.isAllocation()
                && argument instanceof Value.This
                && call.target().owner().startsWith(visit.body().key().owner() + "$");
    }

    /** Whether the call is one of the function's own interface, not of an object that keeps the function. */
    boolean isCalled(Closure closure, Site.Call call) {
        String owner = call.target().owner();
        return closure.method().equals(call.target().name())
                && closure.descriptor()
                        .filter(d -> !d.equals(call.target().descriptor()))
                        .isEmpty()
                && (closure.type().isEmpty()
                        || program.isSubtype(owner, closure.type())
                        || program.isSubtype(closure.type(), owner));
    }

    /** What is put into a collection in the body that makes it. */
    private void ofContents(Site.Call creation, Visit visit, int depth, Set<Closure> found, Set<Value> seen) {
        if (!creation.isAllocation()) {
            return;
        }
        for (Site.Call call : visit.body().callsOn(creation)) {
            for (Value argument : call.arguments()) {
                if (argument instanceof Value.Function) {
                    collect(argument, visit, depth - 1, found, seen);
                }
            }
        }
    }

    /** The visit of a callee where it is known already; else the values its function captures stay unknown. */
    private static Visit visit(Body body, Site.Call call, Visit caller) {
        return caller.outgoing(call).stream()
                .map(Edge::callee)
                .filter(v -> v.body() == body)
                .findFirst()
                .orElseGet(() -> new Visit(body, caller.region(), Map.of()));
    }

    private void ofField(FieldKey field, int depth, Set<Closure> found, Set<Value> seen) {
        for (Site.FieldWrite write : writes.get(field)) {
            Visit visit = initialization.get(write);
            if (visit != null) {
                collect(write.value(), visit, depth - 1, found, seen);
            }
        }
    }

    /** Assignments to a field of the project in its class's constructors and initializers. */
    private List<Site.FieldWrite> findWrites(FieldKey field) {
        if (!program.isProject(field.owner())) {
            return List.of();
        }
        Set<Site.FieldWrite> found = new LinkedHashSet<>();
        for (MethodKey initializer : initializers(program, field.owner())) {
            program.body(initializer).ifPresent(body -> {
                Visit visit = new Visit(body, Region.INITIALIZATION, Map.of());
                body.sites(Site.FieldWrite.class)
                        .filter(w -> w.field().equals(field))
                        .forEach(w -> {
                            found.add(w);
                            initialization.put(w, visit);
                        });
            });
        }
        return List.copyOf(found);
    }

    /** Constructors and the static initializer of a class. */
    static List<MethodKey> initializers(Program program, String owner) {
        Set<MethodKey> keys = new LinkedHashSet<>();
        keys.add(new MethodKey(owner, MethodKey.STATIC_INITIALIZER, "()V"));
        program.type(owner).map(ClassHeader::methods).orElse(List.of()).stream()
                .filter(MethodHeader::isConstructor)
                .forEach(m -> keys.add(new MethodKey(owner, m.name(), m.descriptor())));
        keys.add(new MethodKey(owner, MethodKey.CONSTRUCTOR, "()V"));
        return List.copyOf(keys);
    }
}
