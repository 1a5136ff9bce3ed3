package dev.replaylint.source.attribution;

import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType;
import java.util.Optional;

/**
 * A field that an expression names.
 *
 * @param owner binary name of the class that declares it
 * @param type as declared, without the receiver's type arguments
 * @param constant the value of a constant variable, if it can be read from the declaration
 */
public record FieldRef(String owner, String name, boolean isStatic, JavaType type, Optional<Object> constant) {

    static FieldRef of(FieldHeader header) {
        return new FieldRef(header.owner(), header.name(), header.isStatic(), header.type(), header.constant());
    }
}
