package dev.replaylint.source.attribution;

import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.TypeVariable;
import java.util.List;
import java.util.Optional;

/** The part of a class declaration before its body. */
record Signature(List<TypeVariable> typeParameters, Optional<ClassType> superclass, List<ClassType> interfaces) {

    /** What a class shows of itself while its own signature is being read. */
    static final Signature NONE = new Signature(List.of(), Optional.empty(), List.of());

    Signature {
        typeParameters = List.copyOf(typeParameters);
        interfaces = List.copyOf(interfaces);
    }
}
