package dev.replaylint.program;

import java.util.List;
import java.util.Optional;

/**
 * One thing that a body does, in program order. Identity decides equality; structure is carried by the {@link Context}.
 */
public abstract sealed class Site {

    private final Location location;
    private Context context = Context.NONE;

    private Site(Location location) {
        this.location = location;
    }

    public Location location() {
        return location;
    }

    /** The loops, branches, handlers and monitors around this site. */
    public Context context() {
        return context;
    }

    void place(Context where) {
        context = where;
    }

    /** Replaces joins that stand for one value. */
    void settle() {}

    /** A method call or an allocation. */
    public static final class Call extends Site {
        private final MethodKey target;
        private final Dispatch dispatch;
        private final boolean assumed;
        private Optional<Value> receiver;
        private List<Value> arguments;
        private boolean resultUsed = true;

        Call(
                Location location,
                MethodKey target,
                Dispatch dispatch,
                Optional<Value> receiver,
                List<Value> args,
                boolean assumed) {
            super(location);
            this.target = target;
            this.dispatch = dispatch;
            this.receiver = receiver;
            this.arguments = List.copyOf(args);
            this.assumed = assumed;
        }

        public MethodKey target() {
            return target;
        }

        public Dispatch dispatch() {
            return dispatch;
        }

        /** Empty for static calls and allocations. */
        public Optional<Value> receiver() {
            return receiver;
        }

        /** One value per parameter of the descriptor; variable arguments are one array. */
        public List<Value> arguments() {
            return arguments;
        }

        /** Whether anything reads the result; true if unknown. */
        public boolean resultUsed() {
            return resultUsed;
        }

        /** Whether the target is a guess by receiver type and name, since its class or method was not found. */
        public boolean assumed() {
            return assumed;
        }

        public boolean isAllocation() {
            return dispatch == Dispatch.NEW;
        }

        void discardResult() {
            resultUsed = false;
        }

        @Override
        void settle() {
            receiver = receiver.map(Value::settled);
            arguments = Value.settled(arguments);
        }
    }

    /** A call whose target could not be found out; counted, never guessed at. */
    public static final class UnresolvedCall extends Site {
        private final String name;
        private List<Value> operands;

        UnresolvedCall(Location location, String name, List<Value> operands) {
            super(location);
            this.name = name;
            this.operands = List.copyOf(operands);
        }

        public String name() {
            return name;
        }

        /** The receiver, if there is one, and the arguments as written. */
        public List<Value> operands() {
            return operands;
        }

        @Override
        void settle() {
            operands = Value.settled(operands);
        }
    }

    /** A lambda expression or method reference. Calling it calls the implementation with the bound values first. */
    public static final class FunctionCreation extends Site {
        private final String interfaceName;
        private final String methodName;
        private final MethodKey implementation;
        private final Dispatch dispatch;
        private List<Value> bound;

        FunctionCreation(
                Location location,
                String interfaceName,
                String methodName,
                MethodKey implementation,
                Dispatch dispatch,
                List<Value> bound) {
            super(location);
            this.interfaceName = interfaceName;
            this.methodName = methodName;
            this.implementation = implementation;
            this.dispatch = dispatch;
            this.bound = List.copyOf(bound);
        }

        /** Binary name of the functional interface. */
        public String interfaceName() {
            return interfaceName;
        }

        /** Name of the interface's one abstract method. */
        public String methodName() {
            return methodName;
        }

        /** The lambda's body, or the method referred to. */
        public MethodKey implementation() {
            return implementation;
        }

        /** How the implementation is called; unless static or an allocation, the first value is its receiver. */
        public Dispatch dispatch() {
            return dispatch;
        }

        /** Captured values, in the order of the implementation's receiver and leading parameters. */
        public List<Value> bound() {
            return bound;
        }

        @Override
        void settle() {
            bound = Value.settled(bound);
        }
    }

    /** A read of or an assignment to a field. */
    public abstract static sealed class FieldAccess extends Site {
        private final FieldKey field;
        private Optional<Value> receiver;

        private FieldAccess(Location location, FieldKey field, Optional<Value> receiver) {
            super(location);
            this.field = field;
            this.receiver = receiver;
        }

        public FieldKey field() {
            return field;
        }

        /** Empty for static fields. */
        public Optional<Value> receiver() {
            return receiver;
        }

        @Override
        void settle() {
            receiver = receiver.map(Value::settled);
        }
    }

    /** A read of a field. */
    public static final class FieldRead extends FieldAccess {
        FieldRead(Location location, FieldKey field, Optional<Value> receiver) {
            super(location, field, receiver);
        }
    }

    /** An assignment to a field. */
    public static final class FieldWrite extends FieldAccess {
        private Value value;

        FieldWrite(Location location, FieldKey field, Optional<Value> receiver, Value value) {
            super(location, field, receiver);
            this.value = value;
        }

        public Value value() {
            return value;
        }

        @Override
        void settle() {
            super.settle();
            value = value.settled();
        }
    }

    /** A new array. */
    public static final class ArrayCreation extends Site {
        ArrayCreation(Location location) {
            super(location);
        }
    }

    /** An assignment to an array element. */
    public static final class ArrayWrite extends Site {
        private Value array;
        private Value value;

        ArrayWrite(Location location, Value array, Value value) {
            super(location);
            this.array = array;
            this.value = value;
        }

        public Value array() {
            return array;
        }

        public Value value() {
            return value;
        }

        @Override
        void settle() {
            array = array.settled();
            value = value.settled();
        }
    }

    /** A way out of a body. */
    public abstract static sealed class Exit extends Site {
        private Optional<Value> value;

        private Exit(Location location, Optional<Value> value) {
            super(location);
            this.value = value;
        }

        /** The result, empty for none, or the exception. */
        public Optional<Value> value() {
            return value;
        }

        @Override
        void settle() {
            value = value.map(Value::settled);
        }
    }

    /** The end of a body, with its result if it has one. */
    public static final class Return extends Exit {
        Return(Location location, Optional<Value> value) {
            super(location, value);
        }
    }

    /** A {@code throw}. */
    public static final class Throw extends Exit {
        Throw(Location location, Value exception) {
            super(location, Optional.of(exception));
        }
    }
}
