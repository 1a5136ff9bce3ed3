package dev.replaylint.source.lowering;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.replaylint.source.attribution.Resolved;
import java.util.Optional;

/** Somebody to ask for the target of a call that attribution does not know. */
public interface LastResort {

    /** Asks nobody. */
    LastResort NONE = call -> Optional.empty();

    /** The target; empty if it stays unknown. Never throws. */
    Optional<Resolved> target(MethodCallExpr call);
}
