package dev.replaylint.durable.flow;

import dev.replaylint.durable.flow.Construction.Made;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds out how values are made: back from a value through the calls of its builder, over methods that return it, fields that keep
 * it, and functions and methods that complete it. Several answers are one for each possibility.
 */
public final class Constructions {

    private static final int DEEPEST = 32;

    /** More possibilities than this say nothing about any one. */
    private static final int MOST = 24;

    private static final int LONGEST_SEARCH = 800;

    private static final String CONSUMER = "Ljava/util/function/Consumer;";

    private final Definitions definitions;
    private final Decided decided;
    private final Shaping shaping;
    private final Tables tables;
    private final TableContents contents;

    public Constructions(Program program, Effects effects, Definitions definitions) {
        this.definitions = definitions;
        this.decided = new Decided(program, definitions);
        this.shaping = new Shaping(effects, decided);
        this.tables = new Tables(program);
        this.contents = new TableContents(tables, (read, way) -> definitions.of(new Value.FieldValue(read), way));
    }

    /** How an argument of a call is made, which may be a function that completes a builder. */
    public List<Construction> ofArgument(int index, Site.Call call, Way way) {
        List<String> parameters = Descriptors.parameters(call.target().descriptor());
        if (index < parameters.size() && parameters.get(index).equals(CONSUMER)) {
            return shaping.byFunctions(call, way);
        }
        return of(call.arguments().get(index), way, call);
    }

    /** How the elements of an argument are made, which may be one, several or a list of a known length. */
    public List<Construction> ofElements(int index, Site.Call call, Way way) {
        Value argument = call.arguments().get(index);
        List<Construction> found = new ArrayList<>();
        for (Term term : definitions.of(argument, way)) {
            List<Value> elements = elements(term);
            if (elements.stream().anyMatch(Value.Function.class::isInstance)) {
                found.addAll(shaping.byFunctions(call, way));
            } else if (elements.isEmpty()) {
                found.addAll(ofArgument(index, call, way));
            } else {
                elements.forEach(e -> found.addAll(of(e, term.way(), call)));
            }
        }
        return found;
    }

    private static List<Value> elements(Term term) {
        if (term.value() instanceof Value.NewArray array) {
            return term.way()
                    .visit()
                    .body()
                    .sites(Site.ArrayWrite.class)
                    .filter(w -> w.array().equals(array))
                    .map(Site.ArrayWrite::value)
                    .toList();
        }
        if (term.value() instanceof Value.Result made && isList(made.call())) {
            return made.call().arguments().stream()
                    .flatMap(a ->
                            a instanceof Value.NewArray ? elements(new Term(a, term.way())).stream() : Stream.of(a))
                    .toList();
        }
        return List.of();
    }

    private static boolean isList(Site.Call call) {
        return call.receiver().isEmpty()
                && call.target().owner().startsWith("java.util.")
                && Set.of("of", "asList", "singletonList", "singleton")
                        .contains(call.target().name());
    }

    /** How a value is made, up to the site that uses it. */
    public List<Construction> of(Value value, Way way, Site use) {
        return new Search().follow(value, way, Optional.of(use), DEEPEST);
    }

    /** What a setter is given last, all possibilities; empty stands for what holds if it is not called. */
    public List<Optional<Term>> given(Construction config, Way way, Predicate<MethodKey> setter) {
        List<Optional<Term>> found = new ArrayList<>();
        for (int i = config.calls().size() - 1; i >= 0; i--) {
            Made made = config.calls().get(i);
            if (!made.call().arguments().isEmpty() && setter.test(made.call().target())) {
                definitions.of(made.call().arguments().get(0), made.way()).forEach(t -> found.add(Optional.of(t)));
                if (made.certain()) {
                    return found;
                }
            }
        }
        found.add(config.whole() ? Optional.empty() : Optional.of(new Term(Value.Unknown.UNKNOWN, way)));
        return found;
    }

    /** One question with the joins seen on the way to its answers. */
    private final class Search {
        private final Set<Term> joins = new HashSet<>();
        private int left = LONGEST_SEARCH;

        List<Construction> follow(Value value, Way way, Optional<Site> use, int depth) {
            Value settled = value.settled();
            if (depth == 0 || left-- <= 0) {
                return List.of(Construction.UNKNOWN);
            }
            List<Construction> before = origin(settled, way, use, depth);
            if (before.size() > MOST) {
                return List.of(Construction.UNKNOWN);
            }
            if (before.stream().allMatch(b -> b.calls().isEmpty() && !b.whole())) {
                return before;
            }
            Construction after = shaping.of(settled, way, use);
            return before.stream().map(b -> b.then(after)).toList();
        }

        private List<Construction> origin(Value value, Way way, Optional<Site> use, int depth) {
            if (value instanceof Value.Join join) {
                return joined(join, way, use, depth);
            }
            if (value instanceof Value.Result result) {
                return made(result.call(), way, depth);
            }
            if (value instanceof Value.Parameter parameter) {
                return passed(parameter.index(), way, depth);
            }
            if (value instanceof Value.This) {
                return passed(-1, way, depth);
            }
            return value instanceof Value.FieldValue field ? kept(field, way, depth) : List.of(Construction.UNKNOWN);
        }

        private List<Construction> joined(Value.Join join, Way way, Optional<Site> use, int depth) {
            List<Construction> found = new ArrayList<>();
            if (joins.add(new Term(join, way))) {
                join.operands().stream()
                        .filter(o -> decided.mayBe(o, way))
                        .forEach(o -> found.addAll(follow(o, way, use, depth - 1)));
                joins.remove(new Term(join, way));
            }
            return found;
        }

        private List<Construction> made(Site.Call call, Way way, int depth) {
            Made made = new Made(call, way, true);
            if (call.isAllocation()) {
                return List.of(new Construction(List.of(made), shaping.isOpenHanded(call)));
            }
            List<Edge> bodies = way.visit().calls(call);
            if (!bodies.isEmpty() && !Shaping.isOwnBuilder(call)) {
                return returned(bodies, way, depth);
            }
            if (tables.takes(call)) {
                return taken(call, way, depth);
            }
            Construction functions = shaping.byFunctionsOf(made);
            if (call.receiver().isEmpty()) {
                return List.of(new Construction(List.of(made), Shaping.makesOwnKind(call)).then(functions));
            }
            return follow(call.receiver().get(), way, Optional.of(call), depth - 1).stream()
                    .map(c -> c.then(made).then(functions))
                    .toList();
        }

        private List<Construction> returned(List<Edge> bodies, Way way, int depth) {
            List<Construction> found = new ArrayList<>();
            for (Edge edge : bodies) {
                Way inside = way.into(edge);
                edge.callee()
                        .returns()
                        .filter(r -> decided.runs(r, inside))
                        .forEach(r ->
                                r.value().ifPresent(v -> found.addAll(follow(v, inside, Optional.of(r), depth - 1))));
            }
            return found.isEmpty() ? List.of(Construction.UNKNOWN) : found;
        }

        /** Of what stands in a map under a constant, or else the default that the call names. */
        private List<Construction> taken(Site.Call call, Way way, int depth) {
            List<Term> terms = decided.known(call.arguments().get(0), way).stream()
                    .flatMap(k ->
                            contents.under(Optional.of(k), maps(call.receiver().orElseThrow(), way)))
                    .toList();
            List<Construction> found = new ArrayList<>();
            terms.forEach(t -> found.addAll(follow(t.value(), t.way(), Optional.empty(), depth - 1)));
            if (found.isEmpty() && call.arguments().size() == 2) {
                return follow(call.arguments().get(1), way, Optional.of(call), depth - 1);
            }
            return found.isEmpty() ? List.of(Construction.UNKNOWN) : found;
        }

        /** A field may be filled where it is assigned, so it stands for itself. */
        private List<Term> maps(Value map, Way way) {
            return map.settled() instanceof Value.FieldValue
                    ? List.of(new Term(map.settled(), way))
                    : definitions.of(map, way);
        }

        private List<Construction> passed(int index, Way way, int depth) {
            if (way.via().isEmpty()) {
                return List.of(Construction.UNKNOWN);
            }
            Edge edge = way.via().get();
            return edge.argument(index)
                    .map(b -> follow(
                            b.value(),
                            way.outer().orElseThrow().at(b.visit()),
                            b.visit() == edge.caller() ? Optional.of(edge.site()) : Optional.empty(),
                            depth - 1))
                    .orElse(List.of(Construction.UNKNOWN));
        }

        private List<Construction> kept(Value.FieldValue value, Way way, int depth) {
            Optional<Term> set = value.read()
                    .receiver()
                    .flatMap(o -> new ChainedFields(value.read().field()).last(o, way));
            if (set.isPresent()) {
                return follow(set.get().value(), set.get().way(), Optional.empty(), depth - 1);
            }
            List<Construction> found = new ArrayList<>();
            for (Term term : definitions.of(value, way)) {
                boolean known = term.value() instanceof Value.Result;
                found.addAll(
                        known
                                ? follow(term.value(), term.way(), Optional.empty(), depth - 1)
                                : List.of(Construction.UNKNOWN));
            }
            return found;
        }
    }
}
