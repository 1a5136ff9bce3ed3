package dev.replaylint.durable.name;

/**
 * The name of an operation, as far as the code shows it. Holes of a template tell what fills them only where both front ends can
 * know: {@code {id}} for the result of {@code order.id()} or {@code order.getId()}, {@code {index}} for the position in a loop or map,
 * {@code {}} for anything else.
 *
 * @param text the text of a constant, the text with holes of a template, else empty
 */
public record OperationName(Kind kind, String text) {

    /** How much of a name is known. */
    public enum Kind {
        /** The same text in every execution. */
        CONSTANT,
        /** Text with holes. */
        TEMPLATE,
        /** Nothing of it is known. */
        DYNAMIC,
        /** {@code null}. */
        NONE
    }

    /** Nothing is known. */
    public static final OperationName DYNAMIC = new OperationName(Kind.DYNAMIC, "");

    /** {@code null}. */
    public static final OperationName NONE = new OperationName(Kind.NONE, "");

    /** A name that is the same in every execution. */
    public static OperationName constant(String text) {
        return new OperationName(Kind.CONSTANT, text);
    }

    /** A name with holes. */
    public static OperationName template(String text) {
        return new OperationName(Kind.TEMPLATE, text);
    }

    /** The text without its holes: what every execution's name has in it. */
    public String fixedText() {
        return kind == Kind.TEMPLATE ? text.replaceAll("\\{[^{}]*\\}", "") : text;
    }

    /** {@code "charge"}, {@code "item-{index}"}, {@code dynamic} or {@code null}. */
    @Override
    public String toString() {
        return switch (kind) {
            case CONSTANT, TEMPLATE -> '"' + text + '"';
            case DYNAMIC -> "dynamic";
            case NONE -> "null";
        };
    }
}
