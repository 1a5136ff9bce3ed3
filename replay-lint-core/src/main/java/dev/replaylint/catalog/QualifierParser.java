package dev.replaylint.catalog;

import dev.replaylint.catalog.CatalogEntry.Qualifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what follows the pattern of a catalogue line. Throws {@link IllegalArgumentException} with reason and remedy.
 */
final class QualifierParser {

    private static final String FROM = "from";
    private static final String INTO = "into";
    private static final String KEY = "key";
    private static final String VARYING = "varying";
    private static final String FIXED = "fixed";
    private static final String WHEN = "when";
    private static final String WRITES = "writes";
    private static final String BEFORE = "before";
    private static final String IF = "if";

    private QualifierParser() {}

    static Qualifiers parse(Fact fact, List<String> words) {
        Map<String, List<String>> given = new HashMap<>();
        for (String word : words) {
            int colon = word.indexOf(':');
            String name = colon < 0 ? word : word.substring(0, colon);
            if (!allowed(fact).contains(name)) {
                throw new IllegalArgumentException("`" + word + "` does not go with `" + fact.keyword() + "`; "
                        + (allowed(fact).isEmpty() ? "end the line" : "it takes " + allowed(fact)));
            }
            List<String> values =
                    colon < 0 ? List.of() : List.of(word.substring(colon + 1).split(",", -1));
            if (values.isEmpty() || values.contains("")) {
                throw new IllegalArgumentException("`" + word + "` has no value; write it as `" + name + ":value`");
            }
            if (given.put(name, values) != null) {
                throw new IllegalArgumentException(
                        "`" + name + "` stands twice; join the values with commas, as in `" + name + ":a,b`");
            }
        }
        return new Qualifiers(
                from(fact, given.getOrDefault(FROM, List.of())),
                into(fact, given.getOrDefault(INTO, List.of())),
                DeliveryParser.keys(given.getOrDefault(KEY, List.of())),
                Set.copyOf(given.getOrDefault(VARYING, List.of())),
                Set.copyOf(given.getOrDefault(FIXED, List.of())),
                DeliveryParser.features(given.getOrDefault(WHEN, List.of())),
                DeliveryParser.features(given.getOrDefault(WRITES, List.of())),
                beforeCode(given.getOrDefault(BEFORE, List.of())),
                condition(given.getOrDefault(IF, List.of())));
    }

    private static Set<String> allowed(Fact fact) {
        Set<String> names = new TreeSet<>();
        if (fact instanceof Effect effect) {
            addForEffect(effect, names);
        } else if (fact == Order.CARRIES || fact == Flow.MUTATES || fact == Functions.KEPT) {
            names.addAll(Set.of(FROM, INTO));
        } else if (fact instanceof Functions
                || fact instanceof Guard
                || fact == Order.FOLDS
                || fact == Order.FILTERS
                || fact == Packing.SAME_PLACE
                || fact instanceof Pairing
                || fact instanceof Passing
                || fact instanceof Presence
                || fact instanceof Rendering
                || fact instanceof Sharing
                || fact instanceof Sizing
                || fact == Delivery.TAKES_KEY) {
            names.add(FROM);
        } else if (fact == Order.PARALLEL) {
            names.addAll(Set.of(FROM, INTO, IF));
        } else if (fact instanceof Order && fact != Order.FREE) {
            names.add(INTO);
        }
        return names;
    }

    private static void addForEffect(Effect effect, Set<String> names) {
        switch (effect) {
            case CLOCK, RANDOM, CONSOLE -> names.add(FROM);
            case IO_WRITE -> names.addAll(Set.of(KEY, WHEN, WRITES, BEFORE));
            case ENVIRONMENT -> names.addAll(Set.of(VARYING, FIXED));
            case THREAD -> names.add(IF);
            default -> {}
        }
    }

    private static List<Operand> from(Fact fact, List<String> words) {
        if (!words.isEmpty()) {
            return words.equals(List.of("nothing")) ? List.of() : operands(words);
        }
        if (fact instanceof Order order && order.carries()
                || fact == Order.PARALLEL
                || fact == Packing.SAME_PLACE
                || fact == Pairing.KEYS
                || fact == Pairing.VALUES
                || fact instanceof Passing
                || fact instanceof Sharing
                || fact == Sizing.AS_MANY
                || fact == Sizing.NO_MORE) {
            return List.of(Operand.RECEIVER);
        }
        if (fact == Delivery.TAKES_KEY || fact == Sizing.AT_MOST) {
            return List.of(Operand.argument(0));
        }
        boolean ofArguments = fact == Flow.MUTATES
                || fact instanceof Functions
                || fact instanceof Guard
                || fact instanceof Presence
                || fact instanceof Rendering;
        return ofArguments ? List.of(Operand.ARGUMENTS) : List.of();
    }

    private static Operand into(Fact fact, List<String> words) {
        if (words.size() > 1) {
            throw new IllegalArgumentException("`into` names several operands; name one");
        }
        if (words.isEmpty()) {
            return fact == Flow.MUTATES ? Operand.RECEIVER : Operand.RESULT;
        }
        return words.get(0).equals("result") ? Operand.RESULT : operand(words.get(0));
    }

    private static Optional<Operand> condition(List<String> words) {
        if (words.size() > 1 || !words.stream().allMatch(Operand::isPosition)) {
            throw new IllegalArgumentException("`if` takes the position of one argument, from 0; write `if:1`");
        }
        return words.stream().findFirst().map(QualifierParser::operand);
    }

    private static boolean beforeCode(List<String> words) {
        if (!words.isEmpty() && !words.equals(List.of("code"))) {
            throw new IllegalArgumentException("`before` takes one word; write `before:code`");
        }
        return !words.isEmpty();
    }

    private static List<Operand> operands(List<String> words) {
        List<Operand> operands = new ArrayList<>();
        for (String word : words) {
            operands.add(operand(word));
        }
        return operands;
    }

    private static Operand operand(String word) {
        return switch (word) {
            case "receiver" -> Operand.RECEIVER;
            case "arguments" -> Operand.ARGUMENTS;
            default -> {
                if (!Operand.isPosition(word)) {
                    throw new IllegalArgumentException("`" + word
                            + "` is no operand; write `receiver`, `arguments` or the position of an argument, from 0");
                }
                yield Operand.argument(Integer.parseInt(word));
            }
        };
    }
}
