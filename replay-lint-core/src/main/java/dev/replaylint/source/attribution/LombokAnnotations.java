package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.Optional;

/** Looks up annotations by simple name, and their elements. */
final class LombokAnnotations {

    private LombokAnnotations() {}

    static boolean has(NodeWithAnnotations<?> declaration, String... simpleNames) {
        for (String name : simpleNames) {
            if (find(declaration, name).isPresent()) {
                return true;
            }
        }
        return false;
    }

    static Optional<AnnotationExpr> find(NodeWithAnnotations<?> declaration, String simpleName) {
        for (AnnotationExpr annotation : declaration.getAnnotations()) {
            if (annotation.getName().getIdentifier().equals(simpleName)) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }

    /** Whether a boolean element is written as {@code true}. */
    static boolean isTrue(AnnotationExpr annotation, String element) {
        return element(annotation, element)
                .filter(v -> v instanceof BooleanLiteralExpr b && b.getValue())
                .isPresent();
    }

    /** Whether the element's source text ends like this, as an enum constant would. */
    static boolean ends(AnnotationExpr annotation, String element, String suffix) {
        return element(annotation, element)
                .filter(v -> v.toString().endsWith(suffix))
                .isPresent();
    }

    /** The value of a string element, unless it is empty. */
    static Optional<String> text(AnnotationExpr annotation, String element) {
        return element(annotation, element)
                .filter(StringLiteralExpr.class::isInstance)
                .map(v -> ((StringLiteralExpr) v).asString())
                .filter(v -> !v.isEmpty());
    }

    private static Optional<Expression> element(AnnotationExpr annotation, String element) {
        if (annotation instanceof SingleMemberAnnotationExpr s && element.equals("value")) {
            return Optional.of(s.getMemberValue());
        }
        if (annotation instanceof NormalAnnotationExpr n) {
            return n.getPairs().stream()
                    .filter(p -> p.getNameAsString().equals(element))
                    .map(MemberValuePair::getValue)
                    .findFirst();
        }
        return Optional.empty();
    }
}
