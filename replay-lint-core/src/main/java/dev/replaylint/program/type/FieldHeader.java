package dev.replaylint.program.type;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/**
 * A field's declaration.
 *
 * @param owner binary name of the declaring class
 * @param flags access flags (JVMS 4.5)
 * @param constant value of a constant variable (JLS 4.12.4) if it is known without running code
 * @param annotations simple names of the annotations on it, also of a record's component that is one
 */
public record FieldHeader(
        String owner, String name, JavaType type, int flags, Optional<Object> constant, List<String> annotations) {

    public FieldHeader {
        annotations = List.copyOf(annotations);
    }

    public boolean isStatic() {
        return Modifier.isStatic(flags);
    }

    public boolean isFinal() {
        return Modifier.isFinal(flags);
    }
}
