package dev.replaylint.manifest;

import java.util.List;
import java.util.Optional;

/**
 * How a sequence of recorded nodes becomes a sequence of declared ones.
 *
 * @param steps in the order of both sequences
 * @param cost how much has to be explained; 0 if nothing
 */
record Script(List<Step> steps, int cost) {

    Script {
        steps = List.copyOf(steps);
    }

    /** A part of a script. */
    sealed interface Step {

        /** What it takes of the recorded sequence. */
        Optional<Node> was();

        /** What it makes of the declared sequence. */
        Optional<Node> is();
    }

    /**
     * A node that is there in both; its name or kind may differ.
     *
     * @param parts what becomes of its parts
     */
    record Kept(Node before, Node after, List<Script> parts, int cost) implements Step {
        @Override
        public Optional<Node> was() {
            return Optional.of(before);
        }

        @Override
        public Optional<Node> is() {
            return Optional.of(after);
        }
    }

    /** A recorded node that is gone, or stands elsewhere. */
    record Gone(Node node) implements Step {
        @Override
        public Optional<Node> was() {
            return Optional.of(node);
        }

        @Override
        public Optional<Node> is() {
            return Optional.empty();
        }
    }

    /** A declared node that is new, or stood elsewhere. */
    record Added(Node node) implements Step {
        @Override
        public Optional<Node> was() {
            return Optional.empty();
        }

        @Override
        public Optional<Node> is() {
            return Optional.of(node);
        }
    }

    /**
     * Recorded nodes that now stand in a part of a new node.
     *
     * @param taken the recorded nodes
     * @param inside what becomes of them there
     */
    record Wrapped(List<Node> taken, Node by, int part, Script inside) implements Step {
        @Override
        public Optional<Node> was() {
            return Optional.of(taken.get(0));
        }

        @Override
        public Optional<Node> is() {
            return Optional.of(by);
        }
    }

    /**
     * Declared nodes that stood in a part of a node that is gone.
     *
     * @param made the declared nodes
     * @param inside what becomes of its part
     */
    record Unwrapped(Node from, int part, List<Node> made, Script inside) implements Step {
        @Override
        public Optional<Node> was() {
            return Optional.of(from);
        }

        @Override
        public Optional<Node> is() {
            return Optional.of(made.get(0));
        }
    }
}
