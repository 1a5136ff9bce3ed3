package dev.replaylint.source.lowering;

import dev.replaylint.program.Block;
import dev.replaylint.program.TryRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a jump out of nested statements must pass: loops and switches to leave, finally blocks to run. */
final class Exits {

    /**
     * A statement that can be left.
     *
     * @param label its label, if it has one
     * @param breakTo where it is left to
     * @param continueTo where the next round starts, for loops
     * @param result the variable that takes the value of a {@code yield}, for switch expressions
     * @param cleanup code to run when it is left, for {@code try} and {@code synchronized}
     * @param tries the try ranges outside of it
     */
    record Exit(
            Optional<String> label,
            Optional<Block> breakTo,
            Optional<Block> continueTo,
            Optional<Object> result,
            Optional<Runnable> cleanup,
            List<TryRange> tries) {

        static Exit loop(Optional<String> label, Block breakTo, Block continueTo) {
            return new Exit(
                    label,
                    Optional.of(breakTo),
                    Optional.of(continueTo),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }

        static Exit statement(Optional<String> label, Block breakTo) {
            return new Exit(
                    label, Optional.of(breakTo), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        }

        static Exit switchExpression(Block breakTo, Object result) {
            return new Exit(
                    Optional.empty(),
                    Optional.of(breakTo),
                    Optional.empty(),
                    Optional.of(result),
                    Optional.empty(),
                    List.of());
        }

        static Exit cleanup(Runnable cleanup, List<TryRange> tries) {
            return new Exit(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(cleanup),
                    tries);
        }
    }

    private List<Exit> open = new ArrayList<>();

    void push(Exit exit) {
        open.add(exit);
    }

    void pop() {
        open.remove(open.size() - 1);
    }

    /** Index of what can be left here first; -1 for the body itself. */
    int innermost() {
        return open.size() - 1;
    }

    /** Index of the innermost exit that a {@code break} with this label leaves; switch expressions cannot be left so. */
    Optional<Integer> breakTarget(Optional<String> label) {
        return find(e -> e.result().isEmpty()
                && e.breakTo().isPresent()
                && (label.isPresent() ? e.label().equals(label) : isUnlabelledTarget(e)));
    }

    private static boolean isUnlabelledTarget(Exit exit) {
        return exit.continueTo().isPresent() || exit.label().isEmpty();
    }

    Optional<Integer> continueTarget(Optional<String> label) {
        return find(
                e -> e.continueTo().isPresent() && (label.isEmpty() || e.label().equals(label)));
    }

    Optional<Integer> yieldTarget() {
        return find(e -> e.result().isPresent());
    }

    private Optional<Integer> find(java.util.function.Predicate<Exit> wanted) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (wanted.test(open.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    Exit get(int index) {
        return open.get(index);
    }

    /** Runs the cleanups inside the exit with this index (-1 for the whole body), innermost first, each with only those outside. */
    void leaveTo(int index, java.util.function.Consumer<List<TryRange>> protect) {
        List<Exit> all = open;
        for (int i = all.size() - 1; i > index; i--) {
            Exit exit = all.get(i);
            if (exit.cleanup().isPresent()) {
                open = new ArrayList<>(all.subList(0, i));
                protect.accept(exit.tries());
                exit.cleanup().get().run();
            }
        }
        open = all;
    }
}
