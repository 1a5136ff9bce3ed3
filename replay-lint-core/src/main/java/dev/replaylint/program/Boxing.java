package dev.replaylint.program;

import java.util.Map;

/** Calls that compilers put in where a primitive value is wanted as an object, or the other way round (JLS 5.1.7, 5.1.8). */
final class Boxing {

    private static final Map<String, String> PRIMITIVES = Map.of(
            "java.lang.Boolean", "boolean",
            "java.lang.Byte", "byte",
            "java.lang.Character", "char",
            "java.lang.Double", "double",
            "java.lang.Float", "float",
            "java.lang.Integer", "int",
            "java.lang.Long", "long",
            "java.lang.Short", "short");

    private Boxing() {}

    /** Whether a value of this type is text, or stands for a primitive value. */
    static boolean isText(String descriptor) {
        String name = Descriptors.className(descriptor);
        return name.equals("java.lang.String") || PRIMITIVES.containsKey(name);
    }

    /** Whether the result is what was given, as sources leave it out. */
    static boolean isConversion(MethodKey call) {
        String primitive = PRIMITIVES.get(call.owner());
        return primitive != null
                && (call.name().equals(primitive + "Value")
                        || call.name().equals("valueOf") && call.descriptor().charAt(2) == ')');
    }
}
