package dev.replaylint.catalog;

import java.util.function.Predicate;

/**
 * A part that takes part in a call.
 *
 * @param role which part
 * @param index position among the parameters, from 0; 0 for every other role
 */
public record Operand(Role role, int index) {

    public static final Operand RECEIVER = new Operand(Role.RECEIVER, 0);
    public static final Operand RESULT = new Operand(Role.RESULT, 0);
    public static final Operand ARGUMENTS = new Operand(Role.ARGUMENTS, 0);

    private static final Predicate<String> POSITION =
            java.util.regex.Pattern.compile("[0-9]{1,3}").asMatchPredicate();

    /** Whether a word in a catalogue line is a position among the parameters. */
    static boolean isPosition(String word) {
        return POSITION.test(word);
    }

    /** The argument at this position, from 0; variable arguments are one argument. */
    public static Operand argument(int index) {
        return new Operand(Role.ARGUMENT, index);
    }

    @Override
    public String toString() {
        return switch (role) {
            case RECEIVER -> "receiver";
            case RESULT -> "result";
            case ARGUMENTS -> "arguments";
            case ARGUMENT -> String.valueOf(index);
        };
    }

    /** Which part of a call is meant. */
    public enum Role {
        /** The object the method is called on. */
        RECEIVER,
        /** The returned value, or the new object. */
        RESULT,
        /** One argument. */
        ARGUMENT,
        /** All arguments. */
        ARGUMENTS
    }
}
