package dev.replaylint.durable;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Lookup;
import dev.replaylint.catalog.Rendering;
import dev.replaylint.program.Body;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Names;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import dev.replaylint.program.type.MethodHeader;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds texts and hashes of objects whose classes leave both to {@code Object}. */
final class Identities {

    private static final String OBJECT = "java.lang.Object";

    private record Question(String type, Rendering how) {}

    private final Program program;
    private final Lookup lookup;
    private final Memo<Question, Boolean> known = new Memo<>(this::find);

    Identities(Program program, Lookup lookup) {
        this.program = program;
        this.lookup = lookup;
    }

    /** The first operand of a call that the call tells by its identity. */
    Optional<Identity> of(Site.Call call, Body body) {
        Optional<CatalogEntry<Rendering>> entry = lookup.find(Rendering.class, call.target());
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        return entry.get().from().stream()
                .flatMap(o -> Operands.of(o, call.receiver(), call.arguments()).stream())
                .flatMap(v -> elements(v, body))
                .flatMap(v -> type(v.settled(), body).stream())
                .filter(t -> known.get(new Question(t, entry.get().fact()), false))
                .findFirst()
                .map(t -> identity(t, entry.get().fact()));
    }

    /** Variable arguments one by one. */
    private static Stream<Value> elements(Value value, Body body) {
        return value instanceof Value.NewArray
                ? body.sites(Site.ArrayWrite.class)
                        .filter(w -> w.array().equals(value))
                        .map(Site.ArrayWrite::value)
                : Stream.of(value);
    }

    /** Descriptor of a value's static type, where the code tells it. */
    private Optional<String> type(Value value, Body body) {
        if (value instanceof Value.Result result) {
            return Optional.of(
                    result.call().isAllocation()
                            ? Descriptors.ofClass(result.call().target().owner())
                            : Descriptors.result(result.call().target().descriptor()));
        }
        if (value instanceof Value.Parameter parameter) {
            List<String> types = Descriptors.parameters(body.key().descriptor());
            return types.stream().skip(parameter.index()).findFirst();
        }
        if (value instanceof Value.This) {
            return Optional.of(Descriptors.ofClass(body.key().owner()));
        }
        return value instanceof Value.FieldValue field ? type(field.read().field()) : Optional.empty();
    }

    private Optional<String> type(FieldKey field) {
        return program.type(field.owner()).stream()
                .flatMap(t -> t.fields().stream())
                .filter(f -> f.name().equals(field.name()))
                .map(f -> f.type().descriptor())
                .findFirst();
    }

    private boolean find(Question asked) {
        if (asked.type().startsWith("[")) {
            return true;
        }
        Optional<ClassHeader> type =
                asked.type().startsWith("L") ? program.type(Descriptors.className(asked.type())) : Optional.empty();
        return type.isPresent() && isTold(type.get(), asked.how());
    }

    private boolean isTold(ClassHeader type, Rendering how) {
        return switch (type.kind()) {
            case INTERFACE, ANNOTATION -> false;
            case ENUM -> how == Rendering.HASH;
            // Class files have the methods that the compiler makes, final.
            case RECORD -> !declares(type, how, m -> !Modifier.isFinal(m.flags())) && hasTold(type, how);
            case CLASS -> program.isProject(type.name()) && family(type.name()).allMatch(t -> isSilent(t, how));
        };
    }

    /** Whether a component is told by its identity. */
    private boolean hasTold(ClassHeader type, Rendering how) {
        return type.fields().stream()
                .filter(f -> !f.isStatic())
                .anyMatch(f -> known.get(new Question(f.type().descriptor(), how), false));
    }

    private Stream<String> family(String type) {
        return Stream.concat(program.supertypes(type).stream(), program.subtypes(type).stream())
                .filter(t -> !t.equals(OBJECT));
    }

    private boolean isSilent(String type, Rendering how) {
        return program.type(type).filter(t -> !declares(t, how, m -> true)).isPresent();
    }

    private static boolean declares(ClassHeader type, Rendering how, Predicate<MethodHeader> counts) {
        return type.methods().stream()
                .anyMatch(m -> m.name().equals(method(how)) && m.parameters().isEmpty() && counts.test(m));
    }

    private static String method(Rendering how) {
        return how == Rendering.TEXT ? "toString" : "hashCode";
    }

    private Identity identity(String descriptor, Rendering how) {
        String name = Descriptors.className(descriptor);
        boolean silent =
                program.type(name).filter(t -> t.kind() == ClassKind.CLASS).isPresent();
        String object = "`" + Names.simple(name) + "`" + (silent ? ", which has no `" + method(how) + "`," : "");
        return new Identity(descriptor.startsWith("[") ? "an array" : object, how);
    }
}
