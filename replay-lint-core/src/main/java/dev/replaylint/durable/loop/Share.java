package dev.replaylint.durable.loop;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Sizing;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * A number that is computed from another one and from constants: {@code (lines.size() + 99) / 100}, {@code Math.max(1, n >> 9)}.
 *
 * @param whole the other one, or the number itself
 * @param greatest how great it is at most, by how great the other one is
 * @param all whether it is just as great
 */
record Share(Located whole, LongUnaryOperator greatest, boolean all) {

    private static final int DEEPEST = 8;

    static Share of(Located number, Numbers numbers) {
        Share share = new Share(number, n -> n, true);
        for (int i = 0; i < DEEPEST; i++) {
            Optional<Share> next = next(share.whole(), numbers);
            if (next.isEmpty()) {
                return share;
            }
            share = new Share(next.get().whole(), next.get().greatest().andThen(share.greatest()), false);
        }
        return share;
    }

    /** The share, where the whole comes to so many rounds and that is a number. */
    Rounds in(Rounds rounds) {
        return !all && rounds.most().number().isPresent()
                ? Rounds.of(Amount.of(
                                greatest.applyAsLong(rounds.most().number().getAsLong())))
                        .orFewer()
                : rounds;
    }

    private static Optional<Share> next(Located number, Numbers numbers) {
        if (number.value() instanceof Value.Derived computed
                && computed.operands().size() == 2) {
            return of(computed.operator(), computed.operands(), number, numbers);
        }
        if (!(number.value() instanceof Value.Result result)) {
            return Optional.empty();
        }
        Site.Call call = result.call();
        Optional<Sizing> fact = numbers.effects().sizing(call.target()).map(CatalogEntry::fact);
        List<Value> operands = Operands.all(call);
        if (fact.filter(f -> f == Sizing.ROUNDED).isPresent()) {
            return Optional.of(new Share(numbers.trail().follow(operands.get(0), number.frame()), n -> n, false));
        }
        String operator = fact.filter(f -> f == Sizing.DIVIDED).isPresent() ? "/" : "max";
        return operator.equals("/") || fact.filter(f -> f == Sizing.GREATEST).isPresent()
                ? of(operator, operands, number, numbers)
                : Optional.empty();
    }

    private static Optional<Share> of(String operator, List<Value> operands, Located number, Numbers numbers) {
        boolean turned = numbers.of(operands.get(0), number.frame()).isPresent();
        Value open = operands.get(turned ? 1 : 0);
        Optional<Long> by = numbers.of(operands.get(turned ? 0 : 1), number.frame());
        boolean commutes = operator.equals("+") || operator.equals("max");
        if (by.isEmpty()
                || turned && (!commutes || numbers.of(open, number.frame()).isPresent())) {
            return Optional.empty();
        }
        long other = by.get();
        boolean whole = number.value() instanceof Value.Derived
                && !(operands.get(1).settled() instanceof Value.Constant c && c.constant() instanceof Double);
        Optional<LongUnaryOperator> greatest = switch (operator) {
            case "+" -> Optional.of(n -> n + other);
            case "-" -> Optional.of(n -> n - other);
            case "max" -> Optional.of(n -> Math.max(n, other));
            case "/" -> Optional.of(n -> whole ? n / other : (n + other - 1) / other);
            case ">>", ">>>" -> Optional.of(n -> n >> other);
            default -> Optional.empty();
        };
        return greatest.filter(g -> other > 0 || commutes)
                .map(g -> new Share(numbers.trail().follow(open, number.frame()), g, false));
    }
}
