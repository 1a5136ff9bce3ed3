package dev.replaylint.source.attribution;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.type.Type;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.TypeVariable;
import java.util.List;
import java.util.Optional;

/**
 * A call that is to be resolved.
 *
 * @param node which node the result is about
 * @param name {@code <init>} for creations
 * @param typeArguments explicit ones
 * @param created for creations, the type of the new object
 * @param diamond the class's type parameters if they are to be inferred, else none
 */
record Call(
        Node node,
        String name,
        List<Expression> arguments,
        List<Type> typeArguments,
        Lookup lookup,
        Optional<JavaType> created,
        List<TypeVariable> diamond) {

    static Call method(Node node, String name, List<Expression> arguments, List<Type> typeArguments, Lookup lookup) {
        return new Call(node, name, arguments, typeArguments, lookup, Optional.empty(), List.of());
    }

    static Call creation(Node node, List<Expression> arguments, Lookup lookup, JavaType created) {
        return new Call(node, "<init>", arguments, List.of(), lookup, Optional.of(created), List.of());
    }

    Call inferring(List<TypeVariable> parameters) {
        return new Call(node, name, arguments, typeArguments, lookup, created, parameters);
    }
}
