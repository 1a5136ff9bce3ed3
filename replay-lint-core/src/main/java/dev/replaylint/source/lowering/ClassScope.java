package dev.replaylint.source.lowering;

import dev.replaylint.program.FieldKey;
import java.util.List;
import java.util.Optional;

/**
 * The class whose code is being lowered.
 *
 * @param name binary name
 * @param outer the class around it, if code in it can reach that class's instance or variables
 * @param hasOuterInstance whether instances keep the enclosing instance, in the field {@code this$0}
 * @param captured local variables of the enclosing body that instances keep, in fields {@code val$name}
 */
record ClassScope(String name, Optional<ClassScope> outer, boolean hasOuterInstance, List<String> captured) {

    static final String OUTER_INSTANCE = "this$0";

    static String fieldOf(String capturedVariable) {
        return FieldKey.CAPTURED + capturedVariable;
    }
}
