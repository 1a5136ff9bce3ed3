package dev.replaylint.catalog;

import dev.replaylint.catalog.Pattern.TypePattern;
import dev.replaylint.catalog.Pattern.TypePattern.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the pattern of a catalogue line. Throws {@link IllegalArgumentException} with the reason and the remedy. */
final class PatternParser {

    private static final Map<String, String> PRIMITIVES = Map.of(
            "boolean", "Z", "byte", "B", "char", "C", "short", "S", "int", "I", "long", "J", "float", "F", "double",
            "D");

    private static final String ANYWHERE = "**#";

    private PatternParser() {}

    /** A pattern that may also be {@code **#name}: members of any class. */
    static Pattern parseAnywhere(String text) {
        return text.startsWith(ANYWHERE)
                ? member(new TypePattern(Kind.GLOB, "**"), text.substring(ANYWHERE.length()))
                : parse(text);
    }

    static Pattern parse(String text) {
        int hash = text.indexOf('#');
        if (hash < 0) {
            return new Pattern(types(text), Optional.empty(), Optional.empty());
        }
        TypePattern types = types(text.substring(0, hash));
        if (types.kind() == Kind.PACKAGE) {
            throw new IllegalArgumentException("the package `" + text.substring(0, hash)
                    + "` has no members; name a class, as in `" + types.text() + ".*#name`");
        }
        return member(types, text.substring(hash + 1));
    }

    private static Pattern member(TypePattern types, String text) {
        int open = text.indexOf('(');
        String name = open < 0 ? text : text.substring(0, open);
        checkMember(name);
        if (open < 0) {
            return new Pattern(types, Optional.of(name), Optional.empty());
        }
        if (!text.endsWith(")")) {
            throw new IllegalArgumentException(
                    "the parameter list of `" + text + "` is not closed; end it with `)` and write no blanks in it");
        }
        if (Globs.isGlob(name)) {
            throw new IllegalArgumentException("`" + text
                    + "` has a wildcard and parameter types; give the whole name or leave the parameters out");
        }
        return new Pattern(
                types, Optional.of(name), Optional.of(parameters(text.substring(open + 1, text.length() - 1))));
    }

    private static void checkMember(String name) {
        boolean special = name.equals("<init>");
        if (!special && !isName(name.replace("*", "x"))) {
            throw new IllegalArgumentException(
                    "`" + name + "` is no member name; write a method name, a glob such as `get*`, or `<init>`");
        }
        if (name.contains("**")) {
            throw new IllegalArgumentException("`" + name + "` has `**`; one `*` is enough in a member name");
        }
    }

    private static List<String> parameters(String text) {
        List<String> parameters = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String type : text.split(",", -1)) {
                parameters.add(descriptor(type));
            }
        }
        return parameters;
    }

    private static String descriptor(String type) {
        if (type.endsWith("[]")) {
            return "[" + descriptor(type.substring(0, type.length() - 2));
        }
        if (type.endsWith("...")) {
            return "[" + descriptor(type.substring(0, type.length() - 3));
        }
        String primitive = PRIMITIVES.get(type);
        if (primitive != null) {
            return primitive;
        }
        if (type.indexOf('.') < 0 || !isQualifiedName(type)) {
            throw new IllegalArgumentException(
                    "`" + type
                            + "` is no parameter type; write a primitive type or a full erased name such as `java.lang.String`");
        }
        return "L" + type.replace('.', '/') + ";";
    }

    private static TypePattern types(String text) {
        if (text.startsWith(TypePattern.ANNOTATED)) {
            return annotated(text.substring(TypePattern.ANNOTATED.length()));
        }
        if (!isQualifiedName(text.replace("**", "x").replace("*", "x"))) {
            throw new IllegalArgumentException("`" + text + "` is no class name; write a full binary name such as"
                    + " `a.b.Outer$Inner`, a glob such as `a.b.*Client`, or a package such as `a.b.**`");
        }
        if (!Globs.isGlob(text)) {
            return qualified(text);
        }
        String head = text.endsWith(TypePattern.BELOW) ? text.substring(0, text.length() - 3) : text;
        boolean isPackage = head.length() < text.length() && !Globs.isGlob(head);
        if (Globs.isGlob(head.substring(0, Math.max(head.indexOf('.'), 1)))) {
            throw new IllegalArgumentException(
                    "`" + text + "` would match in every package; start it with a package name such as `a.b.`");
        }
        return isPackage ? new TypePattern(Kind.PACKAGE, head) : new TypePattern(Kind.GLOB, text);
    }

    private static TypePattern annotated(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "`" + name + "` is no annotation; write its simple name, as in `annotated:FeignClient`");
        }
        return new TypePattern(Kind.ANNOTATED, name);
    }

    private static TypePattern qualified(String name) {
        if (name.indexOf('.') < 0) {
            throw new IllegalArgumentException(
                    "`" + name + "` has no package; write the full binary name such as `a.b.Outer$Inner`");
        }
        return new TypePattern(Kind.CLASS, name);
    }

    private static boolean isQualifiedName(String text) {
        int start = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
            if (!isName(text, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return isName(text, start, text.length());
    }

    private static boolean isName(String text) {
        return isName(text, 0, text.length());
    }

    private static boolean isName(String text, int start, int end) {
        if (start == end || !Character.isJavaIdentifierStart(text.charAt(start))) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            if (!Character.isJavaIdentifierPart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
