package dev.replaylint.source.types;

import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.MethodHeader;
import java.util.List;

/**
 * The function type of a functional interface (JLS 9.9).
 *
 * @param interfaceName binary name of the interface
 * @param method the one abstract method, possibly of a superinterface
 * @param parameters its parameter types with the interface's type arguments
 * @param result its result type with the interface's type arguments
 */
public record FunctionShape(String interfaceName, MethodHeader method, List<JavaType> parameters, JavaType result) {

    public FunctionShape {
        parameters = List.copyOf(parameters);
    }

    public boolean isVoid() {
        return result == JavaType.Primitive.VOID;
    }
}
