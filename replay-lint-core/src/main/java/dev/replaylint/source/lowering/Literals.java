package dev.replaylint.source.lowering;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.JavaType;

/** Values of literals. */
final class Literals {

    private Literals() {}

    static Value value(LiteralExpr literal) {
        if (literal instanceof NullLiteralExpr) {
            return Value.Null.NULL;
        }
        if (literal instanceof TextBlockLiteralExpr text) {
            return new Value.Constant(text.translateEscapes());
        }
        if (literal instanceof StringLiteralExpr text) {
            return new Value.Constant(text.asString());
        }
        if (literal instanceof BooleanLiteralExpr bool) {
            return new Value.Constant(bool.getValue());
        }
        if (literal instanceof CharLiteralExpr character) {
            return new Value.Constant(character.asChar());
        }
        return number(literal);
    }

    private static Value number(LiteralExpr literal) {
        try {
            if (literal instanceof IntegerLiteralExpr number) {
                return new Value.Constant(number.asNumber());
            }
            if (literal instanceof LongLiteralExpr number) {
                return new Value.Constant(number.asNumber());
            }
            if (literal instanceof DoubleLiteralExpr number) {
                return new Value.Constant(number.asDouble());
            }
        } catch (NumberFormatException outOfRange) {
            // The compiler refuses such a literal; its value decides nothing here.
            return Value.Unknown.UNKNOWN;
        }
        return Value.Unknown.UNKNOWN;
    }

    /** Binary name of a class type; the descriptor of any other. */
    static String className(JavaType type) {
        return Descriptors.className(type.descriptor());
    }
}
