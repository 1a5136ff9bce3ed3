package dev.replaylint.durable.body;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Lookup;
import dev.replaylint.catalog.Operand;
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
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.MethodHeader;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds texts and hashes of objects whose classes leave both to {@code Object}. */
public final class Identities {

    private static final String OBJECT = "java.lang.Object";

    private static final String ARRAY = "[";

    private record Question(String type, Rendering how) {}

    private final Program program;
    private final Lookup lookup;
    private final Memo<Question, Boolean> known = new Memo<>(this::find);

    public Identities(Program program, Lookup lookup) {
        this.program = program;
        this.lookup = lookup;
    }

    /** The first operand of a call that the call tells by its identity. */
    public Optional<Identity> of(Site.Call call, Body body) {
        Optional<CatalogEntry<Rendering>> entry = lookup.find(Rendering.class, call.target());
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        return entry.get().from().stream()
                .flatMap(o -> types(o, call, body))
                .filter(t -> known.get(new Question(t, entry.get().fact()), false))
                .findFirst()
                .map(t -> identity(t, entry.get().fact()));
    }

    private Stream<String> types(Operand operand, Site.Call call, Body body) {
        if (operand.equals(Operand.RECEIVER)) {
            return call.receiver().stream().flatMap(r -> type(r.settled(), body).stream());
        }
        List<String> parameters = Descriptors.parameters(call.target().descriptor());
        return IntStream.range(0, call.arguments().size())
                .filter(i -> operand.equals(Operand.ARGUMENTS) || operand.equals(Operand.argument(i)))
                .boxed()
                .flatMap(i -> {
                    Value argument = call.arguments().get(i).settled();
                    boolean elements =
                            i < parameters.size() && parameters.get(i).startsWith(ARRAY);
                    return elements ? elements(argument, body) : type(argument, body).stream();
                });
    }

    /** Variable arguments one by one, and what else an array has. */
    private Stream<String> elements(Value array, Body body) {
        return array instanceof Value.NewArray
                ? body.sites(Site.ArrayWrite.class)
                        .filter(w -> w.array().equals(array))
                        .flatMap(w -> type(w.value().settled(), body).stream())
                : element(type(array, body)).filter(t -> !isObject(t)).stream();
    }

    private static Optional<String> element(Optional<String> array) {
        return array.filter(t -> t.startsWith(ARRAY)).map(t -> t.substring(1));
    }

    /** Descriptor of a value's static type, where the code tells it; {@code Object} is the type of everything. */
    public Optional<String> type(Value value, Body body) {
        if (value instanceof Value.Result made && made.call().isAllocation()) {
            return Optional.of(Descriptors.ofClass(made.call().target().owner()));
        }
        if (value instanceof Value.NewArray) {
            return Optional.of(ARRAY);
        }
        return declared(value, body).filter(t -> !isObject(t));
    }

    private static boolean isObject(String descriptor) {
        return descriptor.equals(Descriptors.ofClass(OBJECT));
    }

    private Optional<String> declared(Value value, Body body) {
        if (value instanceof Value.Result result) {
            return Optional.of(Descriptors.result(result.call().target().descriptor()));
        }
        if (value instanceof Value.Parameter parameter) {
            List<String> types = Descriptors.parameters(body.key().descriptor());
            return types.stream().skip(parameter.index()).findFirst();
        }
        if (value instanceof Value.This) {
            return Optional.of(Descriptors.ofClass(body.key().owner()));
        }
        if (value instanceof Value.Element element) {
            return element(type(element.array().settled(), body));
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
        if (asked.type().startsWith(ARRAY)) {
            return true;
        }
        Optional<ClassHeader> type =
                asked.type().startsWith("L") ? program.type(Descriptors.className(asked.type())) : Optional.empty();
        return type.isPresent() && (type.get().name().equals(OBJECT) || isTold(type.get(), asked.how()));
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

    private boolean hasTold(ClassHeader type, Rendering how) {
        return told(type, how).isPresent();
    }

    /** The first component that is told by its identity. */
    private Optional<FieldHeader> told(ClassHeader type, Rendering how) {
        return type.fields().stream()
                .filter(f -> !f.isStatic() && known.get(new Question(f.type().descriptor(), how), false))
                .findFirst();
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
        if (descriptor.startsWith(ARRAY)) {
            return new Identity("an array", Identity.Kind.ARRAY, how);
        }
        Optional<ClassHeader> type = program.type(Descriptors.className(descriptor));
        Optional<FieldHeader> component =
                type.filter(t -> t.kind() == ClassKind.RECORD).flatMap(t -> told(t, how));
        if (component.isPresent()) {
            Identity of = identity(component.get().type().descriptor(), how);
            String name =
                    Names.simple(type.get().name()) + "." + component.get().name();
            return new Identity("`" + name + "`", of.kind(), how);
        }
        boolean isEnum = type.filter(t -> t.kind() == ClassKind.ENUM).isPresent();
        boolean silent = type.filter(t -> t.kind() == ClassKind.CLASS).isPresent();
        String object = "`" + Names.simple(Descriptors.className(descriptor)) + "`"
                + (silent ? ", which has no `" + method(how) + "`," : "");
        return new Identity(object, isEnum ? Identity.Kind.ENUM : Identity.Kind.OTHER, how);
    }
}
