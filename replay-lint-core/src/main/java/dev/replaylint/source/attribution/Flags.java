package dev.replaylint.source.attribution;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Access flags (JVMS 4.1, 4.5, 4.6) of declarations, those that Java implies included; and the names of annotations. */
final class Flags {

    static final int VARARGS = 0x0080;
    static final int PUBLIC_STATIC = java.lang.reflect.Modifier.PUBLIC | java.lang.reflect.Modifier.STATIC;
    static final int CONSTANT = PUBLIC_STATIC | java.lang.reflect.Modifier.FINAL;
    private static final int ENUM = 0x4000;
    private static final int ANNOTATION = 0x2000;
    private static final Map<Modifier.Keyword, Integer> BY_KEYWORD = new EnumMap<>(Modifier.Keyword.class);

    static {
        BY_KEYWORD.put(Modifier.Keyword.PUBLIC, java.lang.reflect.Modifier.PUBLIC);
        BY_KEYWORD.put(Modifier.Keyword.PRIVATE, java.lang.reflect.Modifier.PRIVATE);
        BY_KEYWORD.put(Modifier.Keyword.PROTECTED, java.lang.reflect.Modifier.PROTECTED);
        BY_KEYWORD.put(Modifier.Keyword.STATIC, java.lang.reflect.Modifier.STATIC);
        BY_KEYWORD.put(Modifier.Keyword.FINAL, java.lang.reflect.Modifier.FINAL);
        BY_KEYWORD.put(Modifier.Keyword.ABSTRACT, java.lang.reflect.Modifier.ABSTRACT);
        BY_KEYWORD.put(Modifier.Keyword.SYNCHRONIZED, java.lang.reflect.Modifier.SYNCHRONIZED);
        BY_KEYWORD.put(Modifier.Keyword.NATIVE, java.lang.reflect.Modifier.NATIVE);
        BY_KEYWORD.put(Modifier.Keyword.TRANSIENT, java.lang.reflect.Modifier.TRANSIENT);
        BY_KEYWORD.put(Modifier.Keyword.VOLATILE, java.lang.reflect.Modifier.VOLATILE);
    }

    private Flags() {}

    static int of(NodeList<Modifier> modifiers) {
        int flags = 0;
        for (Modifier modifier : modifiers) {
            flags |= BY_KEYWORD.getOrDefault(modifier.getKeyword(), 0);
        }
        return flags;
    }

    static ClassKind kind(TypeDeclaration<?> declaration) {
        if (declaration instanceof ClassOrInterfaceDeclaration c) {
            return c.isInterface() ? ClassKind.INTERFACE : ClassKind.CLASS;
        }
        if (declaration instanceof EnumDeclaration) {
            return ClassKind.ENUM;
        }
        return declaration instanceof RecordDeclaration ? ClassKind.RECORD : ClassKind.ANNOTATION;
    }

    /** @param inInterface whether the declaration is a member of an interface */
    static int of(TypeDeclaration<?> declaration, boolean isMember, boolean inInterface) {
        int flags = of(declaration.getModifiers());
        ClassKind kind = kind(declaration);
        boolean isInterface = kind == ClassKind.INTERFACE || kind == ClassKind.ANNOTATION;
        if (isInterface) {
            flags |= java.lang.reflect.Modifier.INTERFACE | java.lang.reflect.Modifier.ABSTRACT;
        }
        if (kind == ClassKind.RECORD) {
            flags |= java.lang.reflect.Modifier.FINAL;
        }
        flags |= kind == ClassKind.ENUM ? ENUM : 0;
        flags |= kind == ClassKind.ANNOTATION ? ANNOTATION : 0;
        boolean implicitlyStatic = (isMember && kind != ClassKind.CLASS) || inInterface;
        flags |= implicitlyStatic ? java.lang.reflect.Modifier.STATIC : 0;
        return flags | (inInterface ? java.lang.reflect.Modifier.PUBLIC : 0);
    }

    static int of(MethodDeclaration method, boolean inInterface) {
        int flags = of(method.getModifiers()) | varargs(method.getParameters());
        if (!inInterface) {
            return flags;
        }
        flags |= method.isPrivate() ? 0 : java.lang.reflect.Modifier.PUBLIC;
        boolean hasBody = method.isStatic() || method.isDefault() || method.isPrivate();
        return flags | (hasBody ? 0 : java.lang.reflect.Modifier.ABSTRACT);
    }

    static int varargs(NodeList<Parameter> parameters) {
        boolean varargs =
                !parameters.isEmpty() && parameters.get(parameters.size() - 1).isVarArgs();
        return varargs ? VARARGS : 0;
    }

    /** Simple names of the annotations on all of these, in order. */
    static List<String> annotations(NodeList<Parameter> parameters) {
        return parameters.stream().flatMap(p -> annotations(p).stream()).toList();
    }

    /** Simple names of the annotations, in order. */
    static List<String> annotations(NodeWithAnnotations<?> declaration) {
        return declaration.getAnnotations().stream()
                .map(a -> a.getName().getIdentifier())
                .toList();
    }
}
