package dev.replaylint.catalog;

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
