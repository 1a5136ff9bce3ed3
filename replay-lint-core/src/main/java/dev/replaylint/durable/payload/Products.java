package dev.replaylint.durable.payload;

import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Started;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.MethodHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the functions of operations give. */
final class Products {

    private static final int DEEPEST = 12;

    private final Program program;
    private final Definitions definitions;

    Products(Program program, Definitions definitions) {
        this.program = program;
        this.definitions = definitions;
    }

    /** What the function of an operation returns, all possibilities. */
    List<Term> terms(Started started) {
        return returned(started)
                .flatMap(t -> definitions.of(t.value(), t.way()).stream())
                .toList();
    }

    private static Stream<Term> returned(Started started) {
        return started.way().visit().outgoing(started.operation().call()).stream()
                .filter(e -> e.how() == Edge.Kind.OPERATION)
                .flatMap(e -> exits(started.way().into(e)));
    }

    private static Stream<Term> exits(Way way) {
        return way.visit()
                .body()
                .sites(Site.Return.class)
                .flatMap(r -> r.value().stream())
                .map(v -> new Term(v, way));
    }

    /** Declared types, with their arguments, of what the function returns, as far as it is known. */
    List<ClassType> types(Started started) {
        List<ClassType> found = new ArrayList<>();
        returned(started).forEach(t -> type(t.value(), t.way(), DEEPEST, found));
        DurableSdk.function(started.operation().call().target())
                .map(i -> started.operation().call().arguments().get(i))
                .ifPresent(f -> definitions.of(f, started.way()).forEach(t -> referred(t, found)));
        return found;
    }

    /** A method reference may lead to a method without code. */
    private void referred(Term function, List<ClassType> found) {
        if (function.value() instanceof Value.Function made) {
            declared(made.creation().implementation()).ifPresent(found::add);
        }
    }

    private void type(Value value, Way way, int depth, List<ClassType> found) {
        Value settled = value.settled();
        if (depth <= 0) {
            return;
        }
        if (settled instanceof Value.Join join) {
            join.operands().forEach(o -> type(o, way, depth - 2, found));
        } else if (settled instanceof Value.FieldValue field) {
            ofField(field.read()).ifPresent(found::add);
        } else if (settled instanceof Value.Result result && !result.call().isAllocation()) {
            Optional<ClassType> declared = declared(result.call().target());
            declared.ifPresent(found::add);
            if (declared.isEmpty()) {
                result.call().receiver().ifPresent(f -> definitions.of(f, way).forEach(t -> referred(t, found)));
                way.visit().calls(result.call()).stream()
                        .map(way::into)
                        .flatMap(Products::exits)
                        .forEach(t -> type(t.value(), t.way(), depth - 1, found));
            }
        }
    }

    private Optional<ClassType> ofField(Site.FieldRead read) {
        return program.field(read.field()).map(FieldHeader::type).stream()
                .flatMap(Products::parameterized)
                .findFirst();
    }

    private Optional<ClassType> declared(MethodKey method) {
        return program.supertypes(method.owner()).stream()
                .flatMap(t -> program.type(t).stream())
                .flatMap(t -> t.methods().stream())
                .filter(m -> m.name().equals(method.name()) && m.descriptor().equals(method.descriptor()))
                .map(MethodHeader::result)
                .flatMap(Products::parameterized)
                .findFirst();
    }

    /** A type whose arguments are known. */
    private static Stream<ClassType> parameterized(JavaType type) {
        return type instanceof ClassType named && !named.arguments().isEmpty() && !RawTypes.hasVariable(named)
                ? Stream.of(named)
                : Stream.empty();
    }
}
