package dev.replaylint.program.type;

import java.lang.reflect.Modifier;
import java.util.Optional;

/**
 * A field's declaration.
 *
 * @param owner binary name of the declaring class
 * @param flags access flags (JVMS 4.5)
 * @param constant value of a constant variable (JLS 4.12.4) if it is known without running code
 */
public record FieldHeader(String owner, String name, JavaType type, int flags, Optional<Object> constant) {

    public boolean isStatic() {
        return Modifier.isStatic(flags);
    }

    public boolean isFinal() {
        return Modifier.isFinal(flags);
    }
}
