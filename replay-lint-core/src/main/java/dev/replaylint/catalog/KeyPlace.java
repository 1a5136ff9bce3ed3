package dev.replaylint.catalog;

import java.util.List;
import java.util.Optional;

/** Where a write takes its idempotency key. */
public sealed interface KeyPlace {

    /** What there is to call it in a message. */
    String label();

    /**
     * A setter of the request or its builder.
     *
     * @param type simple name of the argument's class that has the setter; empty for the request
     * @param below setters of the request that take what has the setter, outermost first
     * @param name of the setter, without {@code set} or {@code with}
     * @param filled whether the client fills in a fresh random value if it is not set
     */
    record Setter(Optional<String> type, List<String> below, String name, boolean filled) implements KeyPlace {

        public Setter {
            below = List.copyOf(below);
        }

        @Override
        public String label() {
            return name;
        }

        /** Whether a method of this name is the setter. */
        public boolean isNamed(String method) {
            return KeyPlace.isSetter(method, name);
        }
    }

    /** A header, given by its name as the argument before the key. */
    record Header(String name) implements KeyPlace {

        @Override
        public String label() {
            return name;
        }
    }

    /** A setter of a condition that fails when the write was made before: what it is given is no key. */
    record Condition(String name) implements KeyPlace {

        @Override
        public String label() {
            return name;
        }
    }

    /** An argument of the call itself. */
    record Argument(int index) implements KeyPlace {

        @Override
        public String label() {
            return "argument " + index;
        }
    }

    /** Whether a method sets the member: {@code token}, {@code setToken} or {@code withToken}. */
    static boolean isSetter(String method, String member) {
        if (method.equals(member)) {
            return true;
        }
        String capital = Character.toUpperCase(member.charAt(0)) + member.substring(1);
        return method.equals("set" + capital) || method.equals("with" + capital);
    }
}
