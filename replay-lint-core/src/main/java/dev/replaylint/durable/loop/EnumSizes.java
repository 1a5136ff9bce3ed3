package dev.replaylint.durable.loop;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import dev.replaylint.program.type.JavaType.ClassType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** How many elements collections of the constants of an enum have. */
record EnumSizes(Program program, ValueTrail trail) {

    private static final Set<String> TESTS = Set.of("<", "<=", ">", ">=", "==", "!=", "!", "instanceof");

    /** All constants of an enum: {@code values()}, or a set of all; or those between two of them. */
    Optional<Rounds> constants(Site.Call call, CallFrame frame) {
        String owner = call.target().owner();
        if (call.target().name().equals("values") && call.arguments().isEmpty()) {
            return constants(owner);
        }
        if (owner.equals("java.util.EnumSet") && call.target().name().equals("range")) {
            return call.arguments().get(0).settled() instanceof Value.FieldValue first
                    ? constants(first.read().field().owner()).map(Rounds::orFewer)
                    : Optional.empty();
        }
        if (call.target().name().equals("distinct")) {
            return mapped(call, frame).flatMap(this::constants).map(Rounds::orFewer);
        }
        boolean all = owner.equals("java.util.EnumSet") && call.target().name().equals("allOf");
        boolean some = owner.equals("java.util.EnumSet") && call.target().name().equals("noneOf")
                || owner.equals("java.util.EnumMap") && call.isAllocation();
        Optional<Rounds> most = (all || some) && call.arguments().size() == 1 ? ofType(call, frame) : Optional.empty();
        return some ? most.map(Rounds::orFewer) : most;
    }

    /** The type of what the stream in front of a call has made of its elements. */
    private Optional<String> mapped(Site.Call call, CallFrame frame) {
        return call.receiver()
                .map(Value::settled)
                .filter(r -> r instanceof Value.Result made
                        && made.call().target().name().equals("map"))
                .flatMap(r -> ((Value.Result) r).call().arguments().stream().findFirst())
                .map(Value::settled)
                .filter(Value.Function.class::isInstance)
                .flatMap(f -> given(((Value.Function) f).creation(), frame));
    }

    /** The type of what a function gives; of a lambda in sources, that of all values that it returns. */
    Optional<String> given(Site.FunctionCreation function, CallFrame frame) {
        String declared = function.implementation().resultClass();
        if (!declared.equals("java.lang.Object")) {
            return Optional.of(declared);
        }
        Set<String> types = new HashSet<>();
        frame.visit().run(function).stream()
                .flatMap(Visit::returned)
                .flatMap(v -> v.alternatives().stream())
                .forEach(v -> types.add(type(v)));
        return types.size() == 1 ? types.stream().findFirst() : Optional.empty();
    }

    private static String type(Value value) {
        if (value instanceof Value.Result result) {
            return result.call().target().resultClass();
        }
        if (value instanceof Value.FieldValue field && field.read().receiver().isEmpty()) {
            return field.read().field().owner();
        }
        boolean truth = value instanceof Value.Constant c && c.constant() instanceof Boolean
                || value instanceof Value.Derived test && TESTS.contains(test.operator());
        return truth ? "Z" : "";
    }

    private Optional<Rounds> ofType(Site.Call call, CallFrame frame) {
        return trail.follow(call.arguments().get(0), frame).value() instanceof Value.Constant c
                        && c.constant() instanceof Value.ClassLiteral type
                ? constants(type.binaryName())
                : Optional.empty();
    }

    /** Of the enum with this name, if it is one. */
    Optional<Rounds> constants(String type) {
        Optional<ClassHeader> header = program.type(type).filter(t -> t.kind() == ClassKind.ENUM);
        return header.map(h -> Rounds.of(Amount.of(h.fields().stream()
                .filter(f -> f.isStatic()
                        && f.isFinal()
                        && f.type() instanceof ClassType c
                        && c.name().equals(type))
                .count())));
    }
}
