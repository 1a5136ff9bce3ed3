package dev.replaylint.bytecode;

import dev.replaylint.program.Names;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads descriptors and generic signatures (JVMS 4.3, 4.7.9.1). */
final class Signatures {

    /** What a class signature says. */
    record OfClass(List<TypeVariable> variables, Optional<ClassType> superclass, List<ClassType> interfaces) {}

    /** What a method signature says. */
    record OfMethod(List<TypeVariable> variables, List<JavaType> parameters, JavaType result) {}

    private final String text;
    private final Map<String, TypeVariable> scope;
    private int at;

    private Signatures(String text, Map<String, TypeVariable> scope) {
        this.text = text;
        this.scope = scope;
    }

    static ClassType classType(String internalName) {
        return new ClassType(Names.binary(internalName));
    }

    static JavaType type(String text, Map<String, TypeVariable> scope) {
        return new Signatures(text, scope).type();
    }

    /** Adds the class's own variables to {@code scope}. */
    static OfClass ofClass(String text, Map<String, TypeVariable> scope) {
        Signatures reader = new Signatures(text, scope);
        List<TypeVariable> variables = reader.variables();
        JavaType superclass = reader.type();
        List<ClassType> interfaces = new ArrayList<>();
        while (reader.at < text.length()) {
            if (reader.type() instanceof ClassType c) {
                interfaces.add(c);
            }
        }
        return new OfClass(
                variables, superclass instanceof ClassType c ? Optional.of(c) : Optional.empty(), interfaces);
    }

    static OfMethod method(String text, Map<String, TypeVariable> scope) {
        Signatures reader = new Signatures(text, new HashMap<>(scope));
        List<TypeVariable> variables = reader.variables();
        reader.at++;
        List<JavaType> parameters = new ArrayList<>();
        while (text.charAt(reader.at) != ')') {
            parameters.add(reader.type());
        }
        reader.at++;
        return new OfMethod(variables, parameters, reader.type());
    }

    /** Bounds may name any variable of the list, so all are declared before the first bound is read. */
    private List<TypeVariable> variables() {
        if (text.charAt(0) != '<') {
            return List.of();
        }
        List<TypeVariable> declared = new ArrayList<>();
        at = 1;
        while (text.charAt(at) != '>') {
            int colon = text.indexOf(':', at);
            TypeVariable variable = new TypeVariable(text.substring(at, colon));
            scope.put(variable.name(), variable);
            declared.add(variable);
            at = colon;
            bounds(false);
        }
        at = 1;
        for (TypeVariable variable : declared) {
            at = text.indexOf(':', at);
            variable.bound(bounds(true));
        }
        at++;
        return declared;
    }

    private List<JavaType> bounds(boolean keep) {
        List<JavaType> bounds = new ArrayList<>();
        while (text.charAt(at) == ':') {
            at++;
            if (text.charAt(at) != ':') {
                JavaType bound = type();
                if (keep) {
                    bounds.add(bound);
                }
            }
        }
        return bounds;
    }

    private JavaType type() {
        char kind = text.charAt(at++);
        return switch (kind) {
            case '[' -> new ArrayType(type());
            case 'T' -> variable();
            case 'L' -> classType();
            default -> primitive(kind);
        };
    }

    private static JavaType primitive(char kind) {
        for (Primitive primitive : Primitive.values()) {
            if (primitive.code() == kind) {
                return primitive;
            }
        }
        throw new IllegalArgumentException("no type starts with " + kind);
    }

    private JavaType variable() {
        int end = text.indexOf(';', at);
        TypeVariable variable = scope.get(text.substring(at, end));
        at = end + 1;
        return variable == null ? JavaType.Special.UNKNOWN : variable;
    }

    /** A member of a generic class follows a dot; its binary name has a {@code $} there. */
    private ClassType classType() {
        int start = at;
        while (text.charAt(at) != ';' && text.charAt(at) != '<') {
            at++;
        }
        String first = Names.binary(text.substring(start, at).replace('.', '$'));
        return text.charAt(at++) == ';' ? new ClassType(first) : genericType(first);
    }

    /** The rest of a type, behind the bracket that opens the first arguments. */
    private ClassType genericType(String first) {
        StringBuilder name = new StringBuilder(first);
        List<JavaType> arguments = arguments();
        while (true) {
            char c = text.charAt(at++);
            if (c == ';') {
                return new ClassType(name.toString(), arguments);
            } else if (c == '<') {
                arguments = arguments();
            } else if (c == '.') {
                arguments = List.of();
                name.append('$');
            } else {
                name.append(c == '/' ? '.' : c);
            }
        }
    }

    private List<JavaType> arguments() {
        List<JavaType> arguments = new ArrayList<>();
        while (text.charAt(at) != '>') {
            arguments.add(argument());
        }
        at++;
        return arguments;
    }

    private JavaType argument() {
        char kind = text.charAt(at);
        if (kind == '*') {
            at++;
            return new WildcardType(WildcardType.Bound.EXTENDS, JavaType.OBJECT);
        }
        if (kind == '+' || kind == '-') {
            at++;
            return new WildcardType(kind == '+' ? WildcardType.Bound.EXTENDS : WildcardType.Bound.SUPER, type());
        }
        return type();
    }
}
