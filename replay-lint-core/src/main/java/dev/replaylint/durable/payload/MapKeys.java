package dev.replaylint.durable.payload;

import dev.replaylint.durable.payload.Misfit.Kind;
import dev.replaylint.program.Names;
import dev.replaylint.program.Program;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.MethodHeader;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a class of the user's comes back as the key of a map: Jackson writes what {@code toString} gives, and reads it by a
 * constructor or a factory that takes a text ({@code StdKeyDeserializers}).
 */
record MapKeys(Program program) {

    private static final String JSON = "Json";

    /** Whether it is a class of which the code tells what Jackson makes of it. */
    boolean judges(ClassType key) {
        return program.isProject(key.name())
                && program.type(key.name())
                        .filter(h -> !h.isInterface() && !Modifier.isAbstract(h.flags()))
                        .isPresent();
    }

    /** What becomes of a key that is judged. */
    Optional<Misfit> misfit(ClassType key) {
        ClassHeader header = program.type(key.name()).orElseThrow();
        if (header.kind() == ClassKind.ENUM || isDescribed(header)) {
            return Optional.empty();
        }
        if (header.methods().stream().noneMatch(m -> isMadeOfText(m, header))) {
            return Optional.of(new Misfit(Kind.KEY, Names.simple(key.name()), Optional.empty()));
        }
        return isShownAsRecord(header)
                ? Optional.of(new Misfit(Kind.KEY_CHANGED, Names.simple(key.name()), Optional.empty()))
                : Optional.empty();
    }

    private static boolean isDescribed(ClassHeader key) {
        return Stream.of(
                        key.annotations().stream(),
                        key.fields().stream().flatMap(f -> f.annotations().stream()),
                        key.methods().stream().flatMap(m -> m.annotations().stream()))
                .flatMap(s -> s)
                .anyMatch(a -> a.startsWith(JSON));
    }

    private static boolean isMadeOfText(MethodHeader method, ClassHeader key) {
        boolean makes = method.isConstructor()
                || method.isStatic()
                        && method.result() instanceof ClassType made
                        && made.name().equals(key.name());
        return makes && method.parameters().equals(List.of(JavaType.STRING));
    }

    /** The {@code toString} that the language gives a record is final; one that somebody wrote need not be. */
    private static boolean isShownAsRecord(ClassHeader key) {
        return key.kind() == ClassKind.RECORD
                && key.methods().stream()
                        .filter(m ->
                                m.name().equals("toString") && m.parameters().isEmpty())
                        .allMatch(m -> Modifier.isFinal(m.flags()));
    }
}
