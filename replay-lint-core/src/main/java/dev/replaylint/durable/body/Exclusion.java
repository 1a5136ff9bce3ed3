package dev.replaylint.durable.body;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Presence;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Conditions of one body that never hold together: the same question with another answer, {@code n > 3} and {@code n <= 3}, {@code
 * kind.equals("a")} and {@code kind.equals("b")}, {@code thing instanceof Letter} and {@code thing instanceof Parcel}.
 *
 * @param presence what the catalogue says of calls about what is there
 */
public record Exclusion(Program program, Function<MethodKey, Optional<CatalogEntry<Presence>>> presence) {

    private static final Map<String, String> TURNED =
            Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=", "==", "==", "!=", "!=");

    private static final Map<String, String> OPPOSITE =
            Map.of("<", ">=", "<=", ">", ">", "<=", ">=", "<", "==", "!=", "!=", "==");

    /** In place of a branch: the call itself decides. */
    private static final int CALL = -1;

    private static final Value ZERO = new Value.Constant(0);

    /** The operators that exclude each other, of the same two values. */
    private static final Map<String, Set<String>> EXCLUDED = Map.of(
            "<", Set.of(">", ">=", "=="),
            "<=", Set.of(">"),
            ">", Set.of("<", "<=", "=="),
            ">=", Set.of("<"),
            "==", Set.of("<", ">", "!="),
            "!=", Set.of("=="));

    /** What holds: a comparison of something with something else. */
    private record Comparison(Value subject, String operator, Value bound) {}

    /** The operator with its operands exchanged. */
    public static String turned(String operator) {
        return TURNED.getOrDefault(operator, operator);
    }

    /** What holds wherever the site runs: a branch of which two ways lead there says nothing. */
    public static List<Condition> certain(Site site) {
        List<Condition> all = site.context().conditions();
        return all.stream()
                .filter(c -> all.stream().noneMatch(o -> o != c && o.branch() == c.branch()))
                .toList();
    }

    /** What holds if a call runs one of its functions. */
    public Optional<Condition> running(Site site, MethodKey function) {
        if (site instanceof Site.Call call && presence.apply(call.target()).isPresent()) {
            List<Value> arguments = call.arguments();
            for (int i = 0; i < arguments.size(); i++) {
                if (arguments.get(i).settled() instanceof Value.Function f
                        && f.creation().implementation().equals(function)) {
                    boolean meant = presence.apply(call.target()).get().takes(i);
                    return Optional.of(new Condition(CALL, new Value.Result(call), meant ? 0 : 1));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether two sites of a body never run in the same run of it, as far as what they depend on is asked once. */
    public boolean test(List<Condition> ofOne, List<Condition> ofOther, Body body) {
        return ofOne.stream().anyMatch(a -> ofOther.stream().anyMatch(b -> test(a, b, body)));
    }

    public boolean test(Condition a, Condition b, Body body) {
        // What excludes each other at one branch, the flow knows; come to again, it is one of another round, and asks
        // another thing.
        if (a.branch() == b.branch() && a.branch() != CALL) {
            return false;
        }
        if (a.outcome() != b.outcome() && SameValue.test(a.value(), b.value())
                || a.outcome() == 0
                        && b.outcome() == 0
                        && areOfTwoTypes(a.value().settled(), b.value().settled())) {
            return true;
        }
        Optional<Comparison> second = comparison(b, body);
        return second.isPresent()
                && comparison(a, body)
                        .filter(first ->
                                SameValue.test(first.subject(), second.get().subject()) && exclude(first, second.get()))
                        .isPresent();
    }

    private boolean areOfTwoTypes(Value a, Value b) {
        return a instanceof Value.Derived one
                && b instanceof Value.Derived other
                && one.testedType().isPresent()
                && other.testedType().isPresent()
                && SameValue.test(
                        one.operands().get(0).settled(), other.operands().get(0).settled())
                && exclude(one.testedType().get(), other.testedType().get());
    }

    /** Whether nothing is of both types: two classes of which neither is the other's. */
    private boolean exclude(String a, String b) {
        return isClass(a) && isClass(b) && !program.isSubtype(a, b) && !program.isSubtype(b, a);
    }

    private boolean isClass(String type) {
        return program.type(type).filter(t -> !t.isInterface()).isPresent();
    }

    private Optional<Comparison> comparison(Condition condition, Body body) {
        Value value = condition.value().settled();
        if (value instanceof Value.Result result && result.call().receiver().isPresent()) {
            Optional<Presence> said = presence.apply(result.call().target()).map(CatalogEntry::fact);
            if (said.isPresent()) {
                String operator = said.get() == Presence.PRESENT ? "!=" : "==";
                List<Value> operands = List.of(result.call().receiver().get(), Value.Null.NULL);
                return Optional.of(comparison(operands, operator, condition.outcome()));
            }
        }
        if (value instanceof Value.Derived test
                && TURNED.containsKey(test.operator())
                && test.operands().size() == 2) {
            return Optional.of(comparison(test.operands(), test.operator(), condition.outcome()));
        }
        if (value instanceof Value.Result result && isEquals(result.call())) {
            return Optional.of(comparison(Operands.all(result.call()), "==", condition.outcome()));
        }
        // Class files compare with zero without a zero (JVMS 6.5, ifeq).
        boolean chooses = !body.flow().labels(condition.branch()).isEmpty();
        return chooses || value instanceof Value.Derived
                ? Optional.empty()
                : Optional.of(comparison(List.of(value, ZERO), "!=", condition.outcome()));
    }

    private static boolean isEquals(Site.Call call) {
        return call.target().name().equals("equals") && Operands.all(call).size() == 2;
    }

    private Comparison comparison(List<Value> operands, String operator, int outcome) {
        Value left = operands.get(0).settled();
        Value right = operands.get(1).settled();
        boolean turned = known(left).isPresent();
        String asked = turned ? turned(operator) : operator;
        String holds = outcome == 0 ? asked : OPPOSITE.getOrDefault(asked, asked);
        return new Comparison(turned ? right : left, holds, turned ? left : right);
    }

    private Optional<Known> known(Value value) {
        return Known.of(value, program).filter(k -> !k.isObject());
    }

    private boolean exclude(Comparison a, Comparison b) {
        if (SameValue.test(a.bound(), b.bound())) {
            return EXCLUDED.getOrDefault(a.operator(), Set.of()).contains(b.operator());
        }
        Optional<Known> first = known(a.bound());
        Optional<Known> second = known(b.bound());
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        boolean differ = Known.equal(first.get(), second.get()).filter(e -> !e).isPresent();
        boolean below = Known.compared(first.get(), "<", second.get()).orElse(false);
        boolean equal = a.operator().equals("==") && b.operator().equals("==");
        return equal && differ
                || (below ? isUpTo(a) && isFrom(b) : isFrom(a) && isUpTo(b))
                        && Known.compared(first.get(), "!=", second.get()).orElse(false);
    }

    private static boolean isUpTo(Comparison comparison) {
        return Set.of("<", "<=", "==").contains(comparison.operator());
    }

    private static boolean isFrom(Comparison comparison) {
        return Set.of(">", ">=", "==").contains(comparison.operator());
    }
}
