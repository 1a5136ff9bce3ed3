package dev.replaylint.bytecode;

import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.JavaType.ClassType;
import java.util.Optional;

/** Finds the class that declares a field (JVMS 5.4.3.2): an instruction may name any subclass of it. */
final class FieldOwners {

    private final ClassFileIndex index;
    private final Memo<FieldKey, FieldKey> known = new Memo<>(this::find);

    FieldOwners(ClassFileIndex index) {
        this.index = index;
    }

    /** The field under its declaring class; as it is, where that is not found. */
    FieldKey declared(FieldKey field) {
        return known.get(field);
    }

    private FieldKey find(FieldKey field) {
        return find(field.owner(), field.name()).orElse(field);
    }

    private Optional<FieldKey> find(String owner, String name) {
        Optional<ClassHeader> header = index.find(owner);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        if (header.get().fields().stream().anyMatch(f -> f.name().equals(name))) {
            return Optional.of(new FieldKey(owner, name));
        }
        return header.get().supertypes().stream()
                .map(ClassType::name)
                .flatMap(s -> find(s, name).stream())
                .findFirst();
    }
}
