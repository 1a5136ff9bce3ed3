package dev.replaylint.durable.loop;

import java.util.OptionalLong;

/**
 * How often something runs.
 *
 * @param least at least this often, if nothing fails
 * @param most at most this often
 */
public record Rounds(Amount least, Amount most) {

    /** Once. */
    public static final Rounds ONCE = new Rounds(Amount.ONE, Amount.ONE);

    /** Any number of times: nothing that is seen bounds it. */
    public static final Rounds UNBOUNDED = new Rounds(Amount.NONE, Amount.UNBOUNDED);

    /** Exactly this often. */
    public static Rounds of(Amount amount) {
        return new Rounds(amount, amount);
    }

    /** The same, or fewer, or none. */
    public Rounds orFewer() {
        return new Rounds(Amount.NONE, most);
    }

    /** The same, but no more than a limit. */
    Rounds upTo(long limit) {
        long most = this.most.number().orElse(limit);
        long least = this.least.number().orElse(0);
        return new Rounds(Amount.of(Math.min(least, limit)), Amount.of(Math.min(most, limit)));
    }

    /** As many as there are steps of this width, where the number is known. */
    public Rounds dividedBy(long width) {
        return most.number().isPresent()
                ? new Rounds(Amount.NONE, Amount.of((most.number().getAsLong() + width - 1) / width))
                : this;
    }

    /** One or the other. */
    Rounds or(Rounds other) {
        return new Rounds(least.lower(other.least), most.upper(other.most));
    }

    /** What ends first of two that end the same loop: the smaller number; what only an execution knows may be greater than any. */
    Rounds tighter(Rounds other) {
        OptionalLong number = most.number();
        OptionalLong others = other.most.number();
        boolean earlier = others.isPresent() && (number.isEmpty() || others.getAsLong() < number.getAsLong());
        return new Rounds(least.lower(other.least), earlier ? other.most : most);
    }

    public Rounds plus(Rounds other) {
        return new Rounds(least.plus(other.least), most.plus(other.most));
    }

    public Rounds times(Rounds other) {
        return new Rounds(least.times(other.least), most.times(other.most));
    }
}
