package dev.replaylint.durable.payload;

import dev.replaylint.program.Names;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType;
import java.util.stream.Collectors;

/** Types as a reader writes them: {@code Map<String, Order>}. */
final class TypeText {

    private TypeText() {}

    static String of(JavaType type) {
        if (type instanceof ClassType named) {
            String arguments = named.arguments().stream().map(TypeText::of).collect(Collectors.joining(", "));
            return Names.simple(named.name()) + (arguments.isEmpty() ? "" : "<" + arguments + ">");
        }
        if (type instanceof ArrayType array) {
            return of(array.element()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return (wildcard.kind() == WildcardType.Bound.EXTENDS ? "? extends " : "? super ") + of(wildcard.bound());
        }
        if (type instanceof TypeVariable variable) {
            return variable.name();
        }
        return type instanceof Primitive primitive ? primitive.keyword() : "?";
    }
}
