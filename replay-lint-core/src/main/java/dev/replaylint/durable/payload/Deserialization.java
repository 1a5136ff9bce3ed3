package dev.replaylint.durable.payload;

import dev.replaylint.durable.flow.Effects;
import dev.replaylint.program.Body;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.WildcardType;
import dev.replaylint.program.type.MethodHeader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The user's code that Jackson runs to make the input of a handler from JSON: at every invocation anew, so that it is replayed as the
 * handler's own code is. Classes that are made in a way that annotations tell are left out.
 */
public final class Deserialization {

    private static final int MOST_CLASSES = 50;

    private final Program program;
    private final JsonTypes types;

    public Deserialization(Program program, Effects effects) {
        this.program = program;
        this.types = new JsonTypes(program, effects);
    }

    /** Constructors and setters of the classes that the first parameter of a handler's method consists of. */
    public List<Body> of(MethodKey handler) {
        Set<String> classes = new LinkedHashSet<>();
        program.type(handler.owner()).stream()
                .flatMap(t -> t.methods().stream())
                .filter(m -> m.name().equals(handler.name()) && m.descriptor().equals(handler.descriptor()))
                .flatMap(m -> m.parameters().stream().limit(1))
                .forEach(t -> collect(t, classes));
        List<Body> found = new ArrayList<>();
        for (String name : classes) {
            program.type(name).stream()
                    .flatMap(this::run)
                    .forEach(m -> program.body(new MethodKey(name, m.name(), m.descriptor()))
                            .ifPresent(found::add));
        }
        return found;
    }

    private void collect(JavaType type, Set<String> classes) {
        if (type instanceof ArrayType array) {
            collect(array.element(), classes);
        } else if (type instanceof WildcardType wildcard) {
            collect(wildcard.bound(), classes);
        } else if (type instanceof ClassType named) {
            named.arguments().forEach(a -> collect(a, classes));
            boolean own = program.isProject(named.name()) && classes.size() < MOST_CLASSES;
            program.type(named.name())
                    .filter(t -> own && isMade(t) && classes.add(t.name()))
                    .ifPresent(t -> components(t).forEach(c -> collect(c, classes)));
        }
    }

    private boolean isMade(ClassHeader type) {
        return (type.kind() == ClassKind.RECORD || type.kind() == ClassKind.CLASS) && !types.isDescribed(type);
    }

    private static Stream<JavaType> components(ClassHeader type) {
        return type.fields().stream().filter(f -> !f.isStatic()).map(FieldHeader::type);
    }

    /** The canonical constructor of a record; of other classes the one without parameters, and the setters. */
    private Stream<MethodHeader> run(ClassHeader type) {
        return type.kind() == ClassKind.RECORD
                ? type.methods().stream()
                        .filter(m -> m.isConstructor()
                                && m.parameters().equals(components(type).toList()))
                : type.methods().stream()
                        .filter(m -> m.isConstructor() ? m.parameters().isEmpty() : isSetter(m));
    }

    private static boolean isSetter(MethodHeader method) {
        String name = method.name();
        return !method.isStatic()
                && method.parameters().size() == 1
                && name.length() > 3
                && name.startsWith("set")
                && Character.isUpperCase(name.charAt(3));
    }
}
