package dev.replaylint.program;

import java.util.List;

/**
 * A part of a body's control flow in which sites of interest stand. Sources and class files, {@code else} and early return, a
 * condition at the head of a loop and a {@code break} give the same parts. What always ends in an exception and has no site of
 * interest is left out.
 */
public sealed interface Outline {

    /** A site of interest. */
    record Point(Site site) implements Outline {}

    /**
     * Ways of which one run takes at most one, in the order of the code.
     *
     * @param skippable whether there is a way past all of them
     */
    record Choice(List<List<Outline>> arms, boolean skippable) implements Outline {
        public Choice {
            arms = arms.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Something that may run several times in one run of the body.
     *
     * @param loop number of the {@link Context.Loop}
     */
    record Repeat(int loop, List<Outline> body) implements Outline {
        public Repeat {
            body = List.copyOf(body);
        }
    }
}
