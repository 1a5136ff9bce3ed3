package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Constants that a call passes and that decide what its target does: {@code load(Source.BUNDLED, name)}. */
final class Selectors {

    private final Program program;
    private final Tables tables;
    private final Memo<Body, Set<Integer>> deciding = new Memo<>(this::findDeciding);
    private final Memo<Body, Set<Integer>> typed = new Memo<>(this::findTyped);

    Selectors(Program program) {
        this.program = program;
        this.tables = new Tables(program);
    }

    /** What deciding parameters of the body are known to be, by their index. */
    Map<Integer, Known> of(Body body, List<Optional<Edge.Bound>> arguments) {
        Set<Integer> indices = deciding.get(body);
        if (indices.isEmpty()) {
            return Map.of();
        }
        Map<Integer, Known> found = new TreeMap<>();
        for (int index : indices) {
            if (index < arguments.size()) {
                arguments
                        .get(index)
                        .flatMap(this::known)
                        .filter(k ->
                                !(k instanceof Known.Made) || typed.get(body).contains(index))
                        .ifPresent(k -> found.put(index, k));
            }
        }
        return found;
    }

    private Optional<Known> known(Edge.Bound argument) {
        Value value = argument.value().settled();
        if (value instanceof Value.Parameter parameter) {
            return argument.visit().selector(parameter.index());
        }
        // That it is an object is rather found out for all callers together.
        return Known.of(value, program).filter(k -> k != Known.Something.OBJECT);
    }

    private Set<Integer> findDeciding(Body body) {
        Set<Integer> found = new HashSet<>();
        Set<Integer> branches = new HashSet<>();
        for (Site site : body.sites()) {
            for (Condition condition : site.context().conditions()) {
                if (branches.add(condition.branch())) {
                    boolean chooses = !body.flow().labels(condition.branch()).isEmpty();
                    parameters(condition.value().settled())
                            .filter(i -> chooses || !counts(i, body))
                            .forEach(found::add);
                }
            }
        }
        body.calls().stream()
                .filter(c -> tables.takes(c) || tables.putsPairs(c))
                .flatMap(c -> parameters(c.arguments().get(0).settled()))
                .filter(i -> !counts(i, body))
                .forEach(found::add);
        found.addAll(typed.get(body));
        found.removeIf(i -> i >= body.shape().parameterTypes().size());
        return found;
    }

    /** Parameters whose classes decide: {@code command instanceof Pay pay}, {@code handlers.get(command.getClass())}. */
    private Set<Integer> findTyped(Body body) {
        Stream<Value> tested = body.sites().stream()
                .flatMap(s -> s.context().conditions().stream())
                .map(c -> c.value().settled())
                .filter(v -> v instanceof Value.Derived d && d.testedType().isPresent());
        Stream<Value> asked = body.calls().stream()
                .filter(tables::takes)
                .flatMap(c -> Tables.classAsked(c.arguments().get(0).settled()).stream());
        return Stream.concat(tested, asked).flatMap(Selectors::parameters).collect(Collectors.toSet());
    }

    /** Numbers count: a recursion that starts with one is not told apart from its further calls. */
    private static boolean counts(int index, Body body) {
        List<String> types = body.shape().parameterTypes();
        return index < types.size()
                && types.get(index).length() == 1
                && !types.get(index).equals("Z");
    }

    /** Parameters that the condition asks for being a constant. */
    private static Stream<Integer> parameters(Value condition) {
        if (condition instanceof Value.Parameter parameter) {
            return Stream.of(parameter.index());
        }
        List<Value> operands = condition instanceof Value.Derived derived
                ? derived.operands()
                : Stream.of(condition)
                        .filter(Value.Result.class::isInstance)
                        .map(r -> ((Value.Result) r).call())
                        .filter(c -> c.target().name().equals("equals"))
                        .flatMap(c -> Operands.all(c).stream())
                        .toList();
        boolean plain = operands.stream().allMatch(Selectors::isPlain);
        return plain
                ? operands.stream()
                        .map(Value::settled)
                        .filter(Value.Parameter.class::isInstance)
                        .map(p -> ((Value.Parameter) p).index())
                : Stream.of();
    }

    private static boolean isPlain(Value operand) {
        Value value = operand.settled();
        return value instanceof Value.Parameter
                || value instanceof Value.Constant
                || value instanceof Value.Null
                || value instanceof Value.FieldValue field
                        && field.read().receiver().isEmpty();
    }
}
