package dev.replaylint.source.attribution;

import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Special;

/**
 * The type that the place of an expression expects of it.
 *
 * @param type {@link Special#UNKNOWN} if nothing is expected or it is not known what
 * @param isNone whether nothing is expected: the expression stands alone (JLS 15.2)
 */
record Target(JavaType type, boolean isNone) {

    static final Target NONE = new Target(Special.UNKNOWN, true);
    static final Target OPEN = new Target(Special.UNKNOWN, false);

    static Target of(JavaType type) {
        return type == Special.UNKNOWN ? OPEN : new Target(type, false);
    }
}
