package dev.replaylint.durable.payload;

import dev.replaylint.program.Program;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType;
import java.util.Set;

/** Generic types without their arguments, and what JSON gives back where the arguments are not known. */
final class RawTypes {

    /** What a JSON value is read as by itself. */
    private static final Set<String> NATIVE = Set.of(
            "java.lang.Boolean",
            "java.lang.CharSequence",
            "java.lang.Double",
            "java.lang.Integer",
            "java.lang.Number",
            "java.lang.Object",
            "java.lang.String",
            "java.util.Collection",
            "java.util.List",
            "java.util.Map");

    /** What JSON objects are read as. */
    static final String OBJECT = "`LinkedHashMap`";

    private static final Set<String> WHOLE_NUMBERS =
            Set.of("java.lang.Byte", "java.lang.Short", "java.lang.Long", "java.math.BigInteger");

    private static final Set<String> FRACTIONS = Set.of("java.lang.Float", "java.math.BigDecimal");

    private static final Set<String> CONTAINERS = Set.of("java.util.Collection", "java.util.Map");

    private RawTypes() {}

    /** Whether the type holds elements whose type it does not say. */
    static boolean isRaw(JavaType type, Program program) {
        if (!(type instanceof ClassType named) || !named.arguments().isEmpty()) {
            return false;
        }
        boolean container = CONTAINERS.stream().anyMatch(c -> program.isSubtype(named.name(), c))
                || program.isProject(named.name());
        return container
                && program.type(named.name())
                        .map(ClassHeader::typeParameters)
                        .filter(p -> !p.isEmpty())
                        .isPresent();
    }

    /** Whether the type is nothing definite where it is written. */
    static boolean hasVariable(JavaType type) {
        if (type instanceof ClassType named) {
            return named.arguments().stream().anyMatch(RawTypes::hasVariable);
        }
        if (type instanceof WildcardType wildcard) {
            return hasVariable(wildcard.bound());
        }
        return type instanceof TypeVariable || (type instanceof ArrayType array && hasVariable(array.element()));
    }

    /** What JSON gives back in place of an object of the type, as a message says it. */
    static String readAs(JavaType type, Program program) {
        String name = type instanceof ClassType named ? named.name() : "";
        if (WHOLE_NUMBERS.contains(name)) {
            return "`Integer`";
        }
        if (FRACTIONS.contains(name)) {
            return "`Double`";
        }
        boolean constant =
                program.type(name).filter(t -> t.kind() == ClassKind.ENUM).isPresent();
        boolean text = constant || name.startsWith("java.time.") || name.equals("java.util.UUID");
        return text ? "`String` or a number" : OBJECT;
    }

    /** Whether JSON gives back what was written, although nobody says what it is. */
    static boolean isNative(JavaType type) {
        if (type instanceof WildcardType wildcard) {
            return isNative(wildcard.bound());
        }
        return type instanceof ClassType named
                && NATIVE.contains(named.name())
                && named.arguments().stream().allMatch(RawTypes::isNative);
    }
}
