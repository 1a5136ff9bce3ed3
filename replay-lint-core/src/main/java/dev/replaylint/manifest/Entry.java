package dev.replaylint.manifest;

import dev.replaylint.durable.name.OperationName;
import dev.replaylint.durable.sdk.OperationKind;
import java.util.List;

/** A part of a recorded operation tree: what running executions depend on, and nothing of where it stands in the code. */
public sealed interface Entry {

    /**
     * An operation.
     *
     * @param virtual whether the context it opens is not checkpointed itself
     * @param body what is started in the context it opens
     */
    record Operation(OperationKind kind, OperationName name, boolean virtual, List<Entry> body) implements Entry {
        public Operation {
            body = List.copyOf(body);
        }

        /** {@code step `charge`}, {@code a `step` without a name}. */
        String label() {
            return switch (name.kind()) {
                case CONSTANT, TEMPLATE -> kind.method() + " `" + name.text().replace('`', '\'') + "`";
                case DYNAMIC -> "the `" + kind.method() + "` with a computed name";
                case NONE -> "the `" + kind.method() + "` without a name";
            };
        }
    }

    /** Ways of which one execution takes at most one. */
    record Choice(List<List<Entry>> arms) implements Entry {
        public Choice {
            arms = arms.stream().map(List::copyOf).toList();
        }
    }

    /** What runs any number of times. */
    record Loop(List<Entry> body) implements Entry {
        public Loop {
            body = List.copyOf(body);
        }
    }

    /** A call back into code that is being followed already. */
    record Recursion(String method) implements Entry {}
}
