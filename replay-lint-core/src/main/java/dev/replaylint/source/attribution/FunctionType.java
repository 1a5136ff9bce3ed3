package dev.replaylint.source.attribution;

import dev.replaylint.program.type.JavaType;
import dev.replaylint.source.types.FunctionShape;
import java.util.List;

/**
 * The function that a lambda or method reference implements.
 *
 * @param interfaceName binary name of the functional interface
 * @param methodName name of its abstract method
 * @param descriptor erased descriptor of that method as declared
 * @param parameters parameter types after inference; those that a lambda declares itself as declared there
 * @param result result type after inference
 */
public record FunctionType(
        String interfaceName, String methodName, String descriptor, List<JavaType> parameters, JavaType result) {

    public FunctionType {
        parameters = List.copyOf(parameters);
    }

    static FunctionType of(FunctionShape shape, List<JavaType> parameters) {
        return new FunctionType(
                shape.interfaceName(), shape.method().name(), shape.method().descriptor(), parameters, shape.result());
    }
}
