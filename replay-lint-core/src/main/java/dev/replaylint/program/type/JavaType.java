package dev.replaylint.program.type;

import java.util.List;

/**
 * A type as it appears in a declaration or as the type of an expression (JLS 4).
 *
 * <p>Class names are binary names (JLS 13.1): {@code java.util.Map$Entry}.
 */
// The constants need ClassType, whose initialization needs nothing of this interface: it declares no default that runs
// then.
@SuppressWarnings("ClassInitializationDeadlock")
public sealed interface JavaType {

    /** A primitive type, or {@code void} where a method returns nothing. */
    enum Primitive implements JavaType {
        BOOLEAN("boolean", 'Z'),
        BYTE("byte", 'B'),
        SHORT("short", 'S'),
        CHAR("char", 'C'),
        INT("int", 'I'),
        LONG("long", 'J'),
        FLOAT("float", 'F'),
        DOUBLE("double", 'D'),
        VOID("void", 'V');

        private final String keyword;
        private final char code;

        Primitive(String keyword, char code) {
            this.keyword = keyword;
            this.code = code;
        }

        /** The Java keyword, such as {@code int}. */
        public String keyword() {
            return keyword;
        }

        /** The character that stands for this type in a descriptor (JVMS 4.3.2). */
        public char code() {
            return code;
        }
    }

    /** Types that are no types: of {@code null}, and of an expression that could not be attributed. */
    enum Special implements JavaType {
        NULL,
        UNKNOWN
    }

    /** A class or interface type; raw or not generic if {@code arguments} is empty. */
    record ClassType(String name, List<JavaType> arguments) implements JavaType {
        public ClassType {
            arguments = List.copyOf(arguments);
        }

        public ClassType(String name) {
            this(name, List.of());
        }
    }

    /** An array type. */
    record ArrayType(JavaType element) implements JavaType {}

    /** A wildcard type argument. An unbounded one extends {@code Object}. */
    record WildcardType(Bound kind, JavaType bound) implements JavaType {
        /** Which side of the type the wildcard bounds. */
        public enum Bound {
            EXTENDS,
            SUPER
        }
    }

    /** The type of a value that has several types at once, as in a bound or a cast {@code (A & B)}. */
    record IntersectionType(List<JavaType> parts) implements JavaType {
        public IntersectionType {
            parts = List.copyOf(parts);
        }
    }

    /** A type parameter of a class or method. Identity decides equality: two methods may both declare {@code T}. */
    final class TypeVariable implements JavaType {
        private final String name;
        private List<JavaType> bounds = List.of();

        /** A variable without bounds yet; bounds may mention the variable itself, so they are set afterwards. */
        public TypeVariable(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        /** Declared bounds in order; empty means {@code Object}. */
        public List<JavaType> bounds() {
            return bounds;
        }

        /** Completes the declaration; to be called once, by the reader of the declaration. */
        public void bound(List<JavaType> declared) {
            bounds = List.copyOf(declared);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** {@code java.lang.Object}. */
    ClassType OBJECT = new ClassType("java.lang.Object");

    /** {@code java.lang.String}. */
    ClassType STRING = new ClassType("java.lang.String");

    /** Descriptor of this type's erasure (JLS 4.6, JVMS 4.3.2); what is unknown is described as {@code Object}. */
    default String descriptor() {
        return Erasure.descriptor(this);
    }
}
