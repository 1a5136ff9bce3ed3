package dev.replaylint.source.attribution;

import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.MethodHeader;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members that Lombok generates while compiling, so that calls of them resolve without running it. */
final class LombokMembers {

    static final String UTILITY_CLASS = "UtilityClass";
    private static final Map<String, String> LOGGERS = new LinkedHashMap<>();

    static {
        LOGGERS.put("Slf4j", "org.slf4j.Logger");
        LOGGERS.put("XSlf4j", "org.slf4j.ext.XLogger");
        LOGGERS.put("Log4j2", "org.apache.logging.log4j.Logger");
        LOGGERS.put("Log4j", "org.apache.log4j.Logger");
        LOGGERS.put("CommonsLog", "org.apache.commons.logging.Log");
        LOGGERS.put("Log", "java.util.logging.Logger");
        LOGGERS.put("JBossLog", "org.jboss.logging.Logger");
        LOGGERS.put("Flogger", "com.google.common.flogger.FluentLogger");
    }

    private final TypeDeclaration<?> declaration;
    private final SourceHeader header;
    private final DeclaredMembers members;
    private final boolean isData;
    private final boolean isValue;
    private final boolean hadConstructor;

    private LombokMembers(TypeDeclaration<?> declaration, SourceHeader header, DeclaredMembers members) {
        this.declaration = declaration;
        this.header = header;
        this.members = members;
        this.isData = LombokAnnotations.has(declaration, "Data");
        this.isValue = LombokAnnotations.has(declaration, "Value");
        this.hadConstructor = members.has("<init>");
    }

    static void add(TypeDeclaration<?> declaration, SourceHeader header, DeclaredMembers members, HeaderReader reader) {
        LombokMembers lombok = new LombokMembers(declaration, header, members);
        boolean annotated = !declaration.getAnnotations().isEmpty();
        if (annotated) {
            lombok.logger();
        }
        for (FieldDeclaration field : declaration.getFields()) {
            if (annotated || !field.getAnnotations().isEmpty()) {
                field.getVariables().forEach(v -> lombok.accessors(field, v));
            }
        }
        if (annotated) {
            lombok.constructors();
            lombok.objectMethods();
        }
        LombokBuilder.of(declaration).ifPresent(b -> b.addEntryPoints(header, members));
        LombokBuilder.around(declaration).ifPresent(b -> b.addMembers(members, reader, header.bodyScope()));
    }

    private void logger() {
        LOGGERS.forEach((annotation, logger) -> {
            Optional<AnnotationExpr> found = LombokAnnotations.find(declaration, annotation);
            if (found.isPresent() && members.field("log").isEmpty()) {
                members.addField("log", new ClassType(logger), Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL);
            }
        });
        if (LombokAnnotations.has(declaration, "CustomLog")) {
            members.addField("log", JavaType.Special.UNKNOWN, Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL);
        }
    }

    private void accessors(FieldDeclaration field, VariableDeclarator variable) {
        String name = variable.getNameAsString();
        JavaType type = members.field(name).map(f -> f.type()).orElse(JavaType.Special.UNKNOWN);
        boolean fluent = accessors(field, "fluent");
        boolean isBoolean = type == Primitive.BOOLEAN;
        String property = isBoolean && startsWithIs(name) ? name.substring(2) : name;
        int flags = Modifier.PUBLIC | (field.isStatic() ? Modifier.STATIC : 0);
        if (wants(field, "Getter", isData || isValue)) {
            String getter = (isBoolean ? "is" : "get") + capitalized(property);
            addUnlessPresent(fluent ? name : getter, List.of(), type, flags);
        }
        if (wants(field, "Setter", isData) && !isFinal(field)) {
            boolean chain = fluent || accessors(field, "chain");
            JavaType result = chain ? header.type() : Primitive.VOID;
            addUnlessPresent(fluent ? name : "set" + capitalized(property), List.of(type), result, flags);
        }
        if (wants(field, "With", false) || wants(field, "Wither", false)) {
            addUnlessPresent("with" + capitalized(property), List.of(type), header.type(), flags);
        }
    }

    /** Whether an annotation on the field or, for instance fields, on the class asks for a member. */
    private boolean wants(FieldDeclaration field, String annotation, boolean implied) {
        Optional<AnnotationExpr> onField = LombokAnnotations.find(field, annotation);
        if (onField.isPresent()) {
            return !LombokAnnotations.ends(onField.get(), "value", "NONE");
        }
        return !isStatic(field) && (implied || LombokAnnotations.has(declaration, annotation));
    }

    private boolean accessors(FieldDeclaration field, String element) {
        NodeWithAnnotations<?> annotated = LombokAnnotations.has(field, "Accessors") ? field : declaration;
        return LombokAnnotations.find(annotated, "Accessors")
                .filter(a -> LombokAnnotations.isTrue(a, element))
                .isPresent();
    }

    private boolean isFinal(FieldDeclaration field) {
        return field.isFinal() || (isValue && !LombokAnnotations.has(field, "NonFinal"));
    }

    private boolean isStatic(FieldDeclaration field) {
        return field.isStatic() || LombokAnnotations.has(declaration, UTILITY_CLASS);
    }

    private void constructors() {
        boolean all = LombokAnnotations.has(declaration, "AllArgsConstructor");
        boolean none = LombokAnnotations.has(declaration, "NoArgsConstructor");
        boolean required = LombokAnnotations.has(declaration, "RequiredArgsConstructor");
        boolean explicit = all || none || required || hadConstructor;
        boolean builds = LombokAnnotations.has(declaration, "Builder");
        if (none) {
            constructor("NoArgsConstructor", List.of());
        }
        if (required || (isData && !explicit && !builds)) {
            constructor(required ? "RequiredArgsConstructor" : "Data", types(true));
        }
        if (all || ((isValue || builds) && !explicit)) {
            constructor(all ? "AllArgsConstructor" : "Value", types(false));
        }
    }

    private void constructor(String annotation, List<JavaType> parameters) {
        if (!members.has("<init>", parameters)) {
            String prefix = HeaderReader.prefix(header);
            String descriptor = DeclaredMembers.descriptor(prefix, parameters, Primitive.VOID);
            members.add(new MethodHeader(
                    header.name(),
                    "<init>",
                    List.of(),
                    parameters,
                    Primitive.VOID,
                    descriptor,
                    declaration instanceof EnumDeclaration ? Modifier.PRIVATE : Modifier.PUBLIC,
                    List.of()));
        }
        String element = annotation.equals("Data") || annotation.equals("Value") ? "staticConstructor" : "staticName";
        LombokAnnotations.find(declaration, annotation)
                .flatMap(a -> LombokAnnotations.text(a, element))
                .ifPresent(name -> addUnlessPresent(name, parameters, header.type(), Flags.PUBLIC_STATIC));
    }

    private List<JavaType> types(boolean requiredOnly) {
        List<JavaType> types = new ArrayList<>();
        for (FieldDeclaration field : declaration.getFields()) {
            for (VariableDeclarator variable : field.getVariables()) {
                boolean set = variable.getInitializer().isPresent();
                boolean required = !set && (isFinal(field) || LombokAnnotations.has(field, "NonNull"));
                boolean settable = !(set && isFinal(field)) || LombokAnnotations.has(field, "Default");
                if (!isStatic(field) && (requiredOnly ? required : settable)) {
                    members.field(variable.getNameAsString()).ifPresent(f -> types.add(f.type()));
                }
            }
        }
        return types;
    }

    private void objectMethods() {
        if (isData || isValue) {
            ImplicitMembers.objectMethods(members, Modifier.PUBLIC);
            return;
        }
        if (LombokAnnotations.has(declaration, "ToString")) {
            addUnlessPresent("toString", List.of(), JavaType.STRING, Modifier.PUBLIC);
        }
        if (LombokAnnotations.has(declaration, "EqualsAndHashCode")) {
            addUnlessPresent("hashCode", List.of(), Primitive.INT, Modifier.PUBLIC);
            addUnlessPresent("equals", List.of(JavaType.OBJECT), Primitive.BOOLEAN, Modifier.PUBLIC);
        }
    }

    /** Lombok generates nothing where a method of that name and arity is written down. */
    private void addUnlessPresent(String name, List<JavaType> parameters, JavaType result, int flags) {
        if (!members.has(name, parameters.size())) {
            members.addImplicit(name, parameters, result, flags);
        }
    }

    private static boolean startsWithIs(String name) {
        return name.length() > 2 && name.startsWith("is") && Character.isUpperCase(name.charAt(2));
    }

    static String capitalized(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
