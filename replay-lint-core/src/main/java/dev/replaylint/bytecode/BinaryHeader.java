package dev.replaylint.bytecode;

import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.MethodHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/**
 * A header that has been read from a class file.
 *
 * @param scope the type variables that the class's members may name: its own and those of enclosing classes and methods
 */
record BinaryHeader(
        String name,
        String simpleName,
        Optional<String> outer,
        ClassHeader.ClassKind kind,
        int flags,
        List<String> annotations,
        List<TypeVariable> typeParameters,
        Optional<ClassType> superclass,
        List<ClassType> interfaces,
        List<FieldHeader> fields,
        List<MethodHeader> methods,
        List<String> memberClasses,
        boolean isSealed,
        Map<String, TypeVariable> scope)
        implements ClassHeader {

    /** What has been read so far. */
    static final class Parts {
        String name = "";
        String simpleName = "";
        Optional<String> outer = Optional.empty();
        int flags;
        boolean sealed;
        /** Internal name; empty for {@code Object}. */
        String superName = "";

        Optional<ClassType> superclass = Optional.empty();
        final List<String> annotations = new ArrayList<>();
        final List<TypeVariable> typeParameters = new ArrayList<>();
        final List<ClassType> interfaces = new ArrayList<>();
        final List<FieldHeader> fields = new ArrayList<>();
        final List<MethodHeader> methods = new ArrayList<>();
        final List<String> memberClasses = new ArrayList<>();
        final Map<String, TypeVariable> scope = new HashMap<>();

        BinaryHeader build() {
            return new BinaryHeader(
                    name,
                    simpleName,
                    outer,
                    kind(),
                    flags,
                    List.copyOf(annotations),
                    List.copyOf(typeParameters),
                    superclass,
                    List.copyOf(interfaces),
                    List.copyOf(fields),
                    List.copyOf(methods),
                    List.copyOf(memberClasses),
                    sealed,
                    Map.copyOf(scope));
        }

        /** By the superclass: the flag for enums is also on the anonymous classes of their constants. */
        private ClassKind kind() {
            if ((flags & Opcodes.ACC_ANNOTATION) != 0) {
                return ClassKind.ANNOTATION;
            }
            if ((flags & Opcodes.ACC_INTERFACE) != 0) {
                return ClassKind.INTERFACE;
            }
            return switch (superName) {
                case "java/lang/Enum" -> ClassKind.ENUM;
                case "java/lang/Record" -> ClassKind.RECORD;
                default -> ClassKind.CLASS;
            };
        }
    }
}
