package dev.replaylint.durable.payload;

import dev.replaylint.catalog.Payload;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.payload.Misfit.Kind;
import dev.replaylint.program.Names;
import dev.replaylint.program.Program;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.WildcardType;
import dev.replaylint.program.type.MethodHeader;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether Jackson, as the SDK sets it up, gives a type back as it was. The catalogue speaks for libraries, the user's own classes
 * for themselves; whatever has annotations that may say more is taken to come through.
 */
final class JsonTypes {

    private static final int DEEPEST = 4;

    private static final String MAP = "java.util.Map";

    /** Say nothing of how a class is made or told from its siblings. */
    private static final Set<String> SILENT = Set.of(
            "AllArgsConstructor",
            "Builder",
            "Data",
            "Deprecated",
            "EqualsAndHashCode",
            "FunctionalInterface",
            "Generated",
            "Getter",
            "JsonIgnoreProperties",
            "JsonInclude",
            "JsonPropertyOrder",
            "JsonSubTypes",
            "NullMarked",
            "RequiredArgsConstructor",
            "Setter",
            "SuppressReplayWarnings",
            "SuppressWarnings",
            "ToString");

    /** Say nothing of how a component is written and read. */
    private static final Set<String> NAMING =
            Set.of("JsonAlias", "JsonInclude", "JsonProperty", "JsonPropertyDescription");

    private static final String JSON = "Json";

    private static final Set<String> MAKING = Set.of("JsonCreator", "JsonValue", "ConstructorProperties");

    private final Program program;
    private final Effects effects;
    private final MapKeys keys;

    JsonTypes(Program program, Effects effects) {
        this.program = program;
        this.effects = effects;
        this.keys = new MapKeys(program);
    }

    /** The first thing about the type that does not come through; what fails counts before what is lost. */
    Optional<Misfit> misfit(JavaType type) {
        return worst(misfits(type, 0).toList());
    }

    private static Optional<Misfit> worst(List<Misfit> all) {
        return all.stream()
                .filter(m -> m.kind().fails())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private Stream<Misfit> misfits(JavaType type, int depth) {
        if (type instanceof ArrayType array) {
            return misfits(array.element(), depth);
        }
        if (type instanceof WildcardType wildcard) {
            return misfits(wildcard.bound(), depth);
        }
        if (!(type instanceof ClassType named) || depth > DEEPEST) {
            return Stream.empty();
        }
        return Stream.concat(
                own(named, depth).stream(), named.arguments().stream().flatMap(a -> argument(named, a, depth)));
    }

    private Stream<Misfit> argument(ClassType type, JavaType argument, int depth) {
        boolean untyped = argument.equals(JavaType.OBJECT) && program.isSubtype(type.name(), MAP);
        if (untyped) {
            return Stream.of(new Misfit(Kind.UNTYPED, "Object", Optional.empty()));
        }
        return isKey(type, argument) ? keys.misfit((ClassType) argument).stream() : misfits(argument, depth + 1);
    }

    private boolean isKey(ClassType type, JavaType argument) {
        return type.arguments().size() == 2
                && type.arguments().get(0) == argument
                && program.isSubtype(type.name(), MAP)
                && argument instanceof ClassType key
                && keys.judges(key);
    }

    private Optional<Misfit> own(ClassType type, int depth) {
        if (!program.isProject(type.name())) {
            return effects.payload(type.name())
                    .map(p -> p == Payload.LOSSY ? Kind.ZONE_LOST : Kind.UNKNOWN)
                    .map(k -> of(k, type.name()));
        }
        return program.type(type.name()).flatMap(h -> ofHeader(h, depth));
    }

    private static Misfit of(Kind kind, String type) {
        return new Misfit(kind, Names.simple(type), Optional.empty());
    }

    private Optional<Misfit> ofHeader(ClassHeader header, int depth) {
        if (header.kind() == ClassKind.ENUM || header.kind() == ClassKind.ANNOTATION || isDescribed(header)) {
            return Optional.empty();
        }
        if (header.kind() == ClassKind.RECORD) {
            return ofComponents(header, depth);
        }
        if (Modifier.isAbstract(header.flags()) || header.isInterface()) {
            return Optional.of(of(Kind.ABSTRACT, header.name()));
        }
        if (header.outer().isPresent() && !Modifier.isStatic(header.flags())) {
            return Optional.of(of(Kind.INNER, header.name()));
        }
        return isMade(header) ? Optional.empty() : Optional.of(of(Kind.NO_CONSTRUCTOR, header.name()));
    }

    /** Whether an annotation, here or on a supertype, may say how objects are made or told apart. */
    boolean isDescribed(ClassHeader header) {
        boolean annotated = program.supertypes(header.name()).stream()
                .flatMap(t -> program.type(t).stream())
                .anyMatch(t -> !SILENT.containsAll(t.annotations()) && !t.name().startsWith("java."));
        return annotated
                || program.isSubtype(header.name(), "java.lang.Throwable")
                || header.methods().stream()
                        .anyMatch(m -> m.annotations().stream().anyMatch(MAKING::contains));
    }

    private static boolean isMade(ClassHeader header) {
        List<MethodHeader> constructors =
                header.methods().stream().filter(MethodHeader::isConstructor).toList();
        return constructors.isEmpty()
                || constructors.stream()
                        .anyMatch(c -> c.parameters().isEmpty()
                                || !c.parameterAnnotations().isEmpty());
    }

    private Optional<Misfit> ofComponents(ClassHeader header, int depth) {
        if (isDescribedWhereMade(header)) {
            return Optional.empty();
        }
        List<Misfit> inside = header.fields().stream()
                .filter(f -> !f.isStatic() && !isDescribed(f, header))
                .flatMap(f -> misfits(f.type(), depth + 1)
                        .filter(m -> m.kind() != Kind.UNTYPED)
                        .map(m -> m.in(Names.simple(header.name()), f.name())))
                .toList();
        return worst(inside);
    }

    /** Whether an annotation on a component or its accessor says how it is written and read, or that it is not. */
    private static boolean isDescribed(FieldHeader component, ClassHeader header) {
        Stream<String> onAccessor = header.methods().stream()
                .filter(m -> m.name().equals(component.name()) && m.parameters().isEmpty())
                .flatMap(m -> m.annotations().stream());
        return Stream.concat(component.annotations().stream(), onAccessor).anyMatch(JsonTypes::describes);
    }

    /** Whether an annotation in the constructor says how a component is read. That it is not read at all stands at the component. */
    private static boolean isDescribedWhereMade(ClassHeader header) {
        return header.methods().stream()
                .filter(MethodHeader::isConstructor)
                .flatMap(m -> m.parameterAnnotations().stream())
                .anyMatch(a -> describes(a) && !a.equals("JsonIgnore"));
    }

    private static boolean describes(String annotation) {
        return annotation.startsWith(JSON) && !NAMING.contains(annotation);
    }
}
