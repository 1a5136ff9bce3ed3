package dev.replaylint.durable.tree;

import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.loop.Rounds;
import dev.replaylint.durable.name.OperationName;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.program.Location;
import java.util.List;

/**
 * A part of an {@link OperationTree}. Locations tell where to look; whether two trees are the same is a matter of everything else,
 * which {@link OperationTree#text()} shows.
 */
public sealed interface OperationNode {

    /** Where it stands in the code. */
    Location location();

    /** In how many rounds of so many of a loop it is run. */
    default Rounds in(Rounds rounds) {
        return this instanceof Choice choice && choice.interval() > 1 ? rounds.dividedBy(choice.interval()) : rounds;
    }

    /**
     * An operation.
     *
     * @param name as far as the code shows it
     * @param virtual whether the context it opens is not checkpointed itself: {@code isVirtual}, flat iterations, {@code withRetry}
     *     that is not wrapped
     * @param body what its function starts in the context that the operation opens; of a {@code parallel}, its branches
     * @param rounds how often its function runs besides further attempts: of a {@code map}, once for each item
     * @param operation the call, with the visit it is in
     * @param inlining how the tree came to it
     */
    record Op(
            OperationKind kind,
            OperationName name,
            boolean virtual,
            Location location,
            List<OperationNode> body,
            Rounds rounds,
            Operation operation,
            Inlining inlining)
            implements OperationNode {
        public Op {
            body = List.copyOf(body);
        }

        /** The same with other contents. */
        Op with(List<OperationNode> other) {
            return new Op(kind, name, virtual, location, other, rounds, operation, inlining);
        }
    }

    /**
     * Ways of which one execution takes at most one, in the order of the code. A single arm is code that may be skipped; an arm
     * without operations is left out.
     *
     * @param skippable whether there is a way past all of them
     * @param interval in no more than one of so many rounds of the loop around it one of them is taken; zero if that is a number that the
     *     code does not show
     */
    record Choice(List<List<OperationNode>> arms, boolean skippable, long interval) implements OperationNode {
        public Choice {
            arms = arms.stream().map(List::copyOf).toList();
        }

        /** Of the first operation in it. */
        @Override
        public Location location() {
            return arms.get(0).get(0).location();
        }
    }

    /**
     * Code that runs any number of times: a loop, or the function of a stream or {@code forEach}.
     *
     * @param rounds how often
     * @param polls whether it does nothing but ask, and wait until the answer is right
     * @param place in the code that is repeated: where its first operation is started, or what leads there
     */
    record Loop(List<OperationNode> body, Rounds rounds, boolean polls, Place place) implements OperationNode {
        public Loop {
            body = List.copyOf(body);
        }

        /** Of the first operation in it. */
        @Override
        public Location location() {
            return body.get(0).location();
        }
    }

    /**
     * A call back into a method that is being followed already.
     *
     * @param method {@code Tree.visit}
     * @param depth what ends it
     * @param place of the call
     */
    record Recursion(String method, Depth depth, Place place) implements OperationNode {

        /** What ends a recursion, as far as the call shows. */
        public enum Depth {
            /** The call is given the same things again, or what operations have answered. */
            OPEN,
            /** The call is given a part of what this one was given: it ends with the data. */
            DATA,
            /** The call is given a number that counts, and which is compared. */
            COUNTED,
            /** The call is on an object that was made before the one it is in, and those hold each other. */
            NESTED,
            /** It is one only if objects that nobody knows are of the class that the call is in. */
            GUESSED,
            /** It is none: there are too many calls to follow them all. */
            CUT
        }

        @Override
        public Location location() {
            return place.site().location();
        }
    }
}
