package dev.replaylint.program;

/** What a way out of a {@code switch} is chosen by. */
public sealed interface CaseLabel {

    /** A text or a number. */
    record Constant(Object constant) implements CaseLabel {}

    /** A constant of an enum. */
    record EnumConstant(FieldKey field) implements CaseLabel {}

    /** Whatever no other label names. */
    enum Default implements CaseLabel {
        DEFAULT
    }
}
