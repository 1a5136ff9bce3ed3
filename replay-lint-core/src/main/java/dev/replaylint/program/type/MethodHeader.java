package dev.replaylint.program.type;

import dev.replaylint.program.type.JavaType.TypeVariable;
import java.lang.reflect.Modifier;
import java.util.List;

/**
 * A method's or constructor's declaration.
 *
 * @param owner binary name of the declaring class
 * @param name {@code <init>} for constructors
 * @param parameters declared parameter types; those the compiler adds (enclosing instance, enum name and ordinal) are left out
 * @param descriptor erased descriptor as in the class file (JVMS 4.3.3), including the parameters the compiler adds
 * @param flags access flags (JVMS 4.6); {@code 0x0080} marks varargs
 * @param annotations simple names of the annotations, in order
 * @param parameterAnnotations simple names of the annotations on all parameters, in order
 */
public record MethodHeader(
        String owner,
        String name,
        List<TypeVariable> typeParameters,
        List<JavaType> parameters,
        JavaType result,
        String descriptor,
        int flags,
        List<String> annotations,
        List<String> parameterAnnotations) {

    private static final int ACC_VARARGS = 0x0080;

    public MethodHeader {
        typeParameters = List.copyOf(typeParameters);
        parameters = List.copyOf(parameters);
        annotations = List.copyOf(annotations);
        parameterAnnotations = List.copyOf(parameterAnnotations);
    }

    /** A declaration whose parameters have no annotations, or none that count. */
    public MethodHeader(
            String owner,
            String name,
            List<TypeVariable> typeParameters,
            List<JavaType> parameters,
            JavaType result,
            String descriptor,
            int flags,
            List<String> annotations) {
        this(owner, name, typeParameters, parameters, result, descriptor, flags, annotations, List.of());
    }

    public boolean isStatic() {
        return Modifier.isStatic(flags);
    }

    public boolean isAbstract() {
        return Modifier.isAbstract(flags);
    }

    public boolean isVarargs() {
        return (flags & ACC_VARARGS) != 0;
    }

    public boolean isConstructor() {
        return name.equals("<init>");
    }
}
