package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.body.Tested;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType.ClassType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What a value is, on one way to it: goes through locals, parameters, fields and the results of methods whose code is at hand, to
 * constants, results of APIs and what nobody knows. Several answers are one for each possibility.
 */
public final class Definitions {

    private static final int DEEPEST = 24;

    /** Values that are gone through for one answer; beyond, nobody knows. */
    private static final int MOST = 400;

    private final Program program;
    private final Fields fields;
    private final Tables tables;

    public Definitions(Program program, Fields fields) {
        this.program = program;
        this.fields = fields;
        this.tables = new Tables(program);
    }

    /** All possibilities, at least one. */
    public List<Term> of(Value value, Way way) {
        return new Search(false).of(value, way, DEEPEST);
    }

    /** All possibilities but those that are tested before they are taken: of {@code d.compareTo(MIN) < 0 ? MIN : d} not {@code d}. */
    public List<Term> untested(Value value, Way way) {
        return new Search(true).of(value, way, DEEPEST);
    }

    /**
     * All possibilities, where it counts which constant a value is, of an enum, too, and not what that is made of.
     *
     * @param choice what a join may be on a way
     */
    public List<Term> constants(Value value, Way way, BiFunction<Value.Join, Way, Set<Value>> choice) {
        Search search = new Search(false);
        search.choice = Optional.of(choice);
        return search.of(value, way, DEEPEST);
    }

    /** What a static field is initialized with; nothing, if its class is not at hand. */
    public List<Term> ofStatic(Value.FieldValue value) {
        List<Term> found = new ArrayList<>();
        fields.writes(value.read().field())
                .forEach(w -> found.addAll(of(w.site().value(), Way.open(w.visit()))));
        return found;
    }

    /** What a field of an object is, which was read in code that has no way: the object comes from elsewhere. */
    public List<Term> ofField(Value.FieldValue value, Term owner) {
        return new Search(false).ofField(value, owner);
    }

    /** Whether nothing assigns the field but initializers. */
    public boolean isFinal(FieldKey field) {
        return program.field(field).filter(FieldHeader::isFinal).isPresent();
    }

    private static Term unknown(Way way) {
        return new Term(Value.Unknown.UNKNOWN, way);
    }

    /** Whether an API passes the parameter, of which it is only known where it may come from. */
    private static boolean isGiven(Value value) {
        return value instanceof Value.Derived derived && Invocations.isGiven(derived);
    }

    /** One question with what was seen on the way to its answers. */
    private final class Search {
        private final boolean untested;
        private Optional<BiFunction<Value.Join, Way, Set<Value>>> choice = Optional.empty();
        private final Set<Value> joins = Collections.newSetFromMap(new IdentityHashMap<>());
        private List<Term> found = new ArrayList<>();
        private int left = MOST;

        Search(boolean untested) {
            this.untested = untested;
        }

        /** Asks a question within the question. */
        List<Term> of(Value value, Way way, int depth) {
            List<Term> outer = found;
            found = new ArrayList<>();
            follow(value, way, depth);
            List<Term> answer = found.isEmpty() ? List.of(unknown(way)) : found;
            found = outer;
            return answer;
        }

        List<Term> ofField(Value.FieldValue value, Term owner) {
            List<Term> owners = of(owner.value(), owner.way(), DEEPEST);
            boolean kept = fields.writes(value.read().field()).isEmpty();
            if (kept) {
                return List.of(new Term(value, owner.way()));
            }
            owners.forEach(o -> ofOwner(value, o, owner.way(), DEEPEST));
            return found;
        }

        private void follow(Value value, Way way, int depth) {
            Value settled = value.settled();
            if (depth <= 0 || left-- <= 0) {
                found.add(unknown(way));
            } else if (settled instanceof Value.Join join) {
                if (joins.add(join)) {
                    possible(join, way, depth).stream()
                            .filter(o -> way.visit().mayBe(o) && isOpen(o, join.deciders()))
                            .forEach(o -> follow(o, way, depth - 1));
                    joins.remove(join);
                }
            } else if (settled instanceof Value.Parameter parameter) {
                parameter(settled, parameter.index(), way, depth);
            } else if (settled instanceof Value.This) {
                parameter(settled, -1, way, depth);
            } else if (settled instanceof Value.Result result) {
                result(result, way, depth);
            } else if (settled instanceof Value.FieldValue field) {
                field(field, way, depth);
            } else {
                found.add(new Term(settled, way));
            }
        }

        /** Of a value and what stands for it where none is given, the one that it is: {@code attempts == 0 ? 3 : attempts}. */
        private Collection<Value> possible(Value.Join join, Way way, int depth) {
            if (choice.isPresent()) {
                return choice.get().apply(join, way);
            }
            for (Value decider : join.deciders()) {
                Optional<Value> asked = Defaults.asked(decider, join);
                Optional<Boolean> given = asked.flatMap(a -> Defaults.isGiven(of(a, way, depth - 1)));
                if (given.isPresent()) {
                    return join.operands().stream()
                            .filter(o -> o.settled().equals(asked.orElseThrow()) == given.get())
                            .toList();
                }
            }
            return join.operands();
        }

        private void parameter(Value value, int index, Way way, int depth) {
            boolean passed = false;
            for (Edge edge : way.last()) {
                Optional<Edge.Bound> bound = edge.argument(index).filter(b -> !isGiven(b.value()));
                if (bound.isPresent()) {
                    passed = true;
                    follow(bound.get().value(), way.before(edge).at(bound.get().visit()), depth - 1);
                }
            }
            if (!passed || (way.via().isEmpty() && way.visit().entry().isPresent())) {
                found.add(new Term(value, way));
            }
        }

        private void result(Value.Result result, Way way, int depth) {
            List<Edge> bodies = way.visit().calls(result.call());
            if (bodies.isEmpty() || result.call().isAllocation()) {
                taken(result.call(), way, depth);
                found.add(new Term(result, way));
                return;
            }
            for (Edge edge : bodies) {
                edge.callee()
                        .returns()
                        .flatMap(r -> r.value().filter(v -> isOpen(v, Tested.conditions(r))).stream())
                        .forEach(v -> follow(v, way.into(edge), depth - 1));
            }
        }

        /** What stands in a map of which the code shows what is put into it; there may be more. */
        private void taken(Site.Call call, Way way, int depth) {
            if (choice.isEmpty() && tables.takes(call)) {
                new TableContents(tables, (r, w) -> of(new Value.FieldValue(r), w, depth - 1))
                        .all(call, way)
                        .forEach(t -> follow(t.value(), t.way(), depth - 1));
                call.arguments().stream().skip(1).forEach(d -> follow(d, way, depth - 1));
            }
        }

        private boolean isOpen(Value value, List<Value> deciders) {
            return !untested || !Tested.by(deciders, value);
        }

        private void field(Value.FieldValue value, Way way, int depth) {
            FieldKey field = value.read().field();
            List<Fields.Write> writes = fields.writes(field);
            boolean ends = choice.isPresent() && (Known.of(value, program).isPresent() || !isFinal(field));
            if (writes.isEmpty() || ends) {
                found.add(new Term(value, way));
            } else if (value.read().receiver().isEmpty()) {
                writes.forEach(w -> follow(w.site().value(), Way.open(w.visit()), depth - 1));
            } else {
                ofInstance(value, way, depth);
            }
        }

        /** A field of objects whose creation is known, or of those that somebody hands in. */
        private void ofInstance(Value.FieldValue value, Way way, int depth) {
            Optional<BiFunction<Value.Join, Way, Set<Value>>> outer = choice;
            choice = Optional.empty();
            List<Term> owners = of(value.read().receiver().orElseThrow(), way, depth - 1);
            choice = outer;
            owners.forEach(o -> ofOwner(value, o, way, depth));
        }

        private void ofOwner(Value.FieldValue value, Term owner, Way way, int depth) {
            FieldKey field = value.read().field();
            boolean settled = isOnlySetByConstructors(field);
            List<Edge> constructors = constructors(owner);
            int before = found.size();
            constructors.forEach(c -> constructed(field, owner.way().into(c), depth));
            if (constructors.isEmpty() && settled) {
                initialized(field, depth);
            }
            if (found.size() == before || !settled) {
                found.add(new Term(value, way));
            }
        }

        private List<Edge> constructors(Term owner) {
            return owner.value() instanceof Value.Result made && made.call().isAllocation()
                    ? owner.way().visit().outgoing(made.call())
                    : List.of();
        }

        private void constructed(FieldKey field, Way constructor, int depth) {
            constructor.visit().body().writes(field).forEach(w -> follow(w.value(), constructor, depth - 1));
            for (Edge edge : constructor.visit().outgoing()) {
                boolean next = edge.site() instanceof Site.Call call
                        && call.dispatch() == Dispatch.SPECIAL
                        && call.target().isConstructor();
                if (next && constructor.length() < DEEPEST) {
                    constructed(field, constructor.into(edge), depth);
                }
            }
        }

        /** Of an object that was made elsewhere: what its initializers assign without asking anybody. Data may be read back. */
        private void initialized(FieldKey field, int depth) {
            boolean data = !program.isSubtype(field.owner(), DurableSdk.HANDLER) && isData(field);
            for (Fields.Write write : fields.writes(field)) {
                Value assigned = write.site().value().settled();
                boolean open = assigned instanceof Value.Parameter || assigned instanceof Value.Join;
                Way way = Way.open(write.visit());
                if (open || (data && !(assigned instanceof Value.Constant))) {
                    found.add(unknown(way));
                } else {
                    follow(assigned, way, depth - 1);
                }
            }
        }

        private boolean isData(FieldKey field) {
            return program.field(field)
                    .filter(f ->
                            !(f.type() instanceof ClassType type) || type.name().startsWith("java."))
                    .isPresent();
        }

        private boolean isOnlySetByConstructors(FieldKey field) {
            return isFinal(field)
                    || (program.isSubtype(field.owner(), DurableSdk.HANDLER)
                            && fields.writes(field).stream()
                                    .allMatch(w -> w.visit().body().key().name().equals(MethodKey.CONSTRUCTOR)));
        }
    }
}
