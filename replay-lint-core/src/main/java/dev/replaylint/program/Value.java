package dev.replaylint.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where a value comes from, within one body. A definition, not a solution: following it further is up to the reader. */
public sealed interface Value {

    /** A literal or constant expression: {@code String}, boxed primitive or {@link ClassLiteral}. */
    record Constant(Object constant) implements Value {}

    /** {@code null}. */
    enum Null implements Value {
        NULL
    }

    /** The receiver of the body, {@code this}. In a lambda, the {@code this} of the enclosing body. */
    enum This implements Value {
        THIS
    }

    /** The value of a class literal constant. */
    record ClassLiteral(String binaryName) {}

    /** Text put together of parts: {@code "item-" + i}. */
    record Template(List<Value> parts) implements Value {
        public Template {
            parts = List.copyOf(parts);
        }

        @Override
        public int hashCode() {
            return shallow(parts);
        }
    }

    /** A parameter of the body; captured variables of a lambda are its leading parameters, as in class files. */
    record Parameter(int index) implements Value {}

    /** The value of a field. */
    record FieldValue(Site.FieldRead read) implements Value {}

    /** The result of a call, or the object that an allocation makes. */
    record Result(Site.Call call) implements Value {
        /** By hand, as {@link MethodKey}'s. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Result result && result.call == call;
        }

        @Override
        public int hashCode() {
            return call.hashCode();
        }
    }

    /** A lambda or method reference. */
    record Function(Site.FunctionCreation creation) implements Value {}

    /** A new array; its elements are the {@link Site.ArrayWrite}s to it. */
    record NewArray(Site.ArrayCreation creation) implements Value {}

    /** An element of an array. */
    record Element(Value array) implements Value {

        private static final String AT = "[]";

        /** The element at an index; which one it is depends on the index, unless that is a constant. */
        public static Value at(Value array, Value index) {
            Element element = new Element(array);
            return index instanceof Constant ? element : new Derived(AT, List.of(element, index));
        }

        /** One of the elements, whichever it is. */
        public Derived any() {
            return new Derived("element", List.of(array));
        }

        /** Whether a value is the element at an index that changes from round to round of a loop. */
        public static boolean isOfRound(Derived value) {
            return value.operator().equals(AT) && varies(value.operands().get(1));
        }

        private static boolean varies(Value index) {
            Value settled = index.settled();
            return settled instanceof Join
                    || settled instanceof Derived computed
                            && computed.operands().stream().anyMatch(Element::varies);
        }
    }

    /** Computed from operands by an operator: arithmetic, comparison, {@code instanceof}, array length. */
    record Derived(String operator, List<Value> operands) implements Value {
        private static final String INSTANCE_OF = "instanceof";

        public Derived {
            operands = List.copyOf(operands);
        }

        @Override
        public int hashCode() {
            return 31 * operator.hashCode() + shallow(operands);
        }

        /** {@code tested instanceof type}, with the type's binary name. */
        public static Derived instanceOf(Value tested, String type) {
            return new Derived(INSTANCE_OF, List.of(tested, new Constant(new ClassLiteral(type))));
        }

        /** Of an {@code instanceof}, the binary name of the type that its first operand is tested for. */
        public Optional<String> testedType() {
            return operator.equals(INSTANCE_OF)
                            && operands.get(1) instanceof Constant c
                            && c.constant() instanceof ClassLiteral type
                    ? Optional.of(type.binaryName())
                    : Optional.empty();
        }
    }

    /** The exception that a handler caught, which starts with this block. */
    record Caught(List<String> types, Block handler) implements Value {
        public Caught {
            types = List.copyOf(types);
        }
    }

    /** Nothing is known. */
    enum Unknown implements Value {
        UNKNOWN
    }

    /**
     * A hash of what a value is made of, but not of what that is made of: {@code text = text + text} would be looked at twice at each
     * turn.
     */
    private static int shallow(List<Value> parts) {
        int hash = parts.size();
        for (Value part : parts) {
            boolean made = part instanceof Template || part instanceof Derived;
            hash = 31 * hash + (made ? 1 : part.hashCode());
        }
        return hash;
    }

    /** These values with joins of one value replaced by that value. */
    static List<Value> settled(List<Value> values) {
        boolean same = true;
        for (Value value : values) {
            same &= value.settled() == value;
        }
        return same ? values : values.stream().map(Value::settled).toList();
    }

    /** This value with joins of one value replaced by that value. */
    default Value settled() {
        return this;
    }

    /** The values that this one may be, none of them a join. */
    default Set<Value> alternatives() {
        Set<Value> found = through(List.of(this));
        found.removeIf(Join.class::isInstance);
        return found;
    }

    /** These values and those that the joins among them lead to; joins of a loop lead to themselves, so each is looked into once. */
    private static Set<Value> through(List<Value> values) {
        Set<Value> found = new LinkedHashSet<>();
        Deque<Value> open = new ArrayDeque<>(values);
        while (!open.isEmpty()) {
            Value next = open.poll().settled();
            if (found.add(next) && next instanceof Join join) {
                open.addAll(join.operands());
            }
        }
        return found;
    }

    /**
     * One of several values, depending on the way control came (a phi function). Identity decides equality; a join in a loop may
     * contain itself.
     */
    final class Join implements Value {

        private static final Set<Object> FLAGS = Set.of(false, true, 0, 1);

        /** A value that may be the one, the block that it comes from, and the sites that hand it on by throwing. */
        private record Incoming(Value value, int from, List<Site> throwing) {}

        private final int block;
        private final List<Incoming> incoming = new ArrayList<>();
        private Set<Value> operands = Set.of();
        private List<Value> deciders = List.of();
        private List<Decision> decisions = List.of();
        private Optional<Value> single = Optional.empty();

        Join(Block block) {
            this.block = block.number;
        }

        void add(Value value, Block from) {
            addThrown(value, from, List.of());
        }

        /** In a handler: the value at these sites, which may throw. */
        void addThrown(Value value, Block from, List<Site> throwing) {
            incoming.add(new Incoming(value, from.number, throwing));
        }

        /** Whether control comes together for it at the start of a block, such as that of a loop. */
        public boolean isAt(int place) {
            return block == place;
        }

        /** What it may be if control comes from a block, normally or by throwing. */
        List<Value> allFrom(Block way) {
            return incoming.stream()
                    .filter(i -> i.from() == way.number)
                    .map(i -> i.value().settled())
                    .toList();
        }

        /** In a handler, the values that it may be if one of these sites threw; otherwise, all values. */
        public Set<Value> alternativesIf(Predicate<Site> threw) {
            Set<Value> found = new LinkedHashSet<>();
            incoming.stream()
                    .filter(i -> i.throwing().stream().anyMatch(threw))
                    .forEach(i -> found.addAll(i.value().alternatives()));
            return found.isEmpty() ? alternatives() : found;
        }

        /** Recomputes the operands; true if this join turned out to stand for one value only. */
        boolean settle() {
            if (single.isPresent()) {
                return false;
            }
            Set<Value> distinct = new LinkedHashSet<>();
            for (Incoming each : incoming) {
                Value settled = each.value().settled();
                if (settled != this) {
                    distinct.add(settled);
                }
            }
            operands = distinct;
            single = distinct.size() == 1 ? Optional.of(distinct.iterator().next()) : Optional.empty();
            return single.isPresent();
        }

        void decidedBy(List<Value> conditions, List<Decision> before) {
            deciders = List.copyOf(conditions);
            decisions = before;
        }

        /** The branches in front of it, with the ways that their outcomes lead to; nothing if no way has a constant. */
        public List<Decision> decisions() {
            return decisions;
        }

        /** The distinct values that meet here, without this join itself. */
        public List<Value> operands() {
            return List.copyOf(operands);
        }

        /** What it is on each way on which control comes, itself included. */
        public List<Value> ways() {
            return incoming.stream().map(i -> i.value().settled()).toList();
        }

        /** Whether it may be what it was a round before: a variable that a loop need not change. */
        public boolean keeps() {
            return ways().contains(this) || through(operands()).contains(this);
        }

        /** The test whose outcome it is, if it is nothing else: {@code boolean known = x != null}, as class files have it. */
        public Optional<Value> test() {
            boolean flag = deciders.size() == 1
                    && operands.stream().allMatch(o -> o instanceof Constant c && FLAGS.contains(c.constant()));
            return flag ? Optional.of(deciders.get(0).settled()) : Optional.empty();
        }

        /** Conditions that decide which of the operands it is. */
        public List<Value> deciders() {
            return deciders;
        }

        @Override
        public Value settled() {
            return single.map(Value::settled).orElse(this);
        }
    }
}
