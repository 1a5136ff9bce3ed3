package dev.replaylint.source.types;

import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Primitive;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conversions that primitive types take part in: boxing, widening and numeric promotion (JLS 5.1, 5.6). */
public final class Primitives {

    private static final List<Primitive> WIDENING =
            List.of(Primitive.BYTE, Primitive.SHORT, Primitive.INT, Primitive.LONG, Primitive.FLOAT, Primitive.DOUBLE);
    private static final Map<Primitive, ClassType> BOXES = new EnumMap<>(Primitive.class);
    private static final Map<String, Primitive> UNBOXED = new HashMap<>();

    static {
        box(Primitive.BOOLEAN, "Boolean");
        box(Primitive.BYTE, "Byte");
        box(Primitive.SHORT, "Short");
        box(Primitive.CHAR, "Character");
        box(Primitive.INT, "Integer");
        box(Primitive.LONG, "Long");
        box(Primitive.FLOAT, "Float");
        box(Primitive.DOUBLE, "Double");
        BOXES.put(Primitive.VOID, new ClassType("java.lang.Void"));
    }

    private Primitives() {}

    private static void box(Primitive primitive, String simpleName) {
        BOXES.put(primitive, new ClassType("java.lang." + simpleName));
        UNBOXED.put("java.lang." + simpleName, primitive);
    }

    /** The box of a primitive type (of {@code void} too, as in {@code Class<Void>}); any other type unchanged. */
    public static JavaType boxed(JavaType type) {
        return type instanceof Primitive p ? BOXES.getOrDefault(p, JavaType.OBJECT) : type;
    }

    /** The primitive type in a box; any other type unchanged. */
    public static JavaType unboxed(JavaType type) {
        if (type instanceof ClassType c) {
            Primitive primitive = UNBOXED.get(c.name());
            return primitive == null ? type : primitive;
        }
        return type;
    }

    public static boolean isNumeric(JavaType type) {
        return type instanceof Primitive p && p != Primitive.BOOLEAN && p != Primitive.VOID;
    }

    /** Whether a value of the one type fits the other by identity or widening (JLS 5.1.2). */
    public static boolean widens(Primitive from, Primitive to) {
        if (from == to) {
            return true;
        }
        int target = WIDENING.indexOf(to);
        if (from == Primitive.CHAR) {
            return target >= WIDENING.indexOf(Primitive.INT);
        }
        int source = WIDENING.indexOf(from);
        return source >= 0 && target >= source;
    }

    /** Binary numeric promotion (JLS 5.6). */
    public static Primitive promoted(Primitive left, Primitive right) {
        int widest = Math.max(WIDENING.indexOf(left), WIDENING.indexOf(right));
        return WIDENING.get(Math.max(widest, WIDENING.indexOf(Primitive.INT)));
    }

    /** The primitive type with this keyword. */
    public static Optional<Primitive> named(String keyword) {
        for (Primitive primitive : Primitive.values()) {
            if (primitive.keyword().equals(keyword)) {
                return Optional.of(primitive);
            }
        }
        return Optional.empty();
    }
}
