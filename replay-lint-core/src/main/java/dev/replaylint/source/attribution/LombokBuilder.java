package dev.replaylint.source.attribution;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.type.Type;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The builder that Lombok generates for a class, or for what one of its constructors or methods makes. */
final class LombokBuilder {

    private final TypeDeclaration<?> built;
    private final AnnotationExpr annotation;
    private final Optional<CallableDeclaration<?>> maker;

    private LombokBuilder(TypeDeclaration<?> built, AnnotationExpr annotation, Optional<CallableDeclaration<?>> maker) {
        this.built = built;
        this.annotation = annotation;
        this.maker = maker;
    }

    /** A property that the builder sets. */
    private record Property(String name, Type type, NodeWithAnnotations<?> declaration) {}

    /** The builder of a class, if an annotation asks for one. */
    static Optional<LombokBuilder> of(TypeDeclaration<?> built) {
        Optional<AnnotationExpr> onClass = annotation(built);
        if (onClass.isPresent()) {
            return Optional.of(new LombokBuilder(built, onClass.get(), Optional.empty()));
        }
        for (BodyDeclaration<?> member : built.getMembers()) {
            if (member instanceof CallableDeclaration<?> c) {
                Optional<AnnotationExpr> onMember = annotation(c);
                if (onMember.isPresent()) {
                    return Optional.of(new LombokBuilder(built, onMember.get(), Optional.of(c)));
                }
            }
        }
        return Optional.empty();
    }

    /** The builder that a member class, which is partly written down, belongs to. */
    static Optional<LombokBuilder> around(TypeDeclaration<?> builder) {
        Node parent = builder.getParentNode().orElse(null);
        return parent instanceof TypeDeclaration<?> t
                ? of(t).filter(b -> b.className().equals(builder.getNameAsString()))
                : Optional.empty();
    }

    private static Optional<AnnotationExpr> annotation(NodeWithAnnotations<?> declaration) {
        Optional<AnnotationExpr> builder = LombokAnnotations.find(declaration, "Builder");
        return builder.isPresent() ? builder : LombokAnnotations.find(declaration, "SuperBuilder");
    }

    /** Simple name of the builder class. */
    String className() {
        String made = maker.filter(MethodDeclaration.class::isInstance)
                .map(m -> ((MethodDeclaration) m).getType())
                .filter(Type::isClassOrInterfaceType)
                .map(t -> t.asClassOrInterfaceType().getNameAsString())
                .orElse(built.getNameAsString());
        return LombokAnnotations.text(annotation, "builderClassName").orElse(made + "Builder");
    }

    /** Adds {@code builder()} and {@code toBuilder()} to the built class. */
    void addEntryPoints(SourceHeader header, DeclaredMembers members) {
        ClassType builder = new ClassType(header.name() + "$" + className());
        String entry = LombokAnnotations.text(annotation, "builderMethodName").orElse("builder");
        if (!members.has(entry, 0)) {
            members.addImplicit(entry, List.of(), builder, Flags.PUBLIC_STATIC);
        }
        if (LombokAnnotations.isTrue(annotation, "toBuilder") && !members.has("toBuilder", 0)) {
            members.addImplicit("toBuilder", List.of(), builder, Modifier.PUBLIC);
        }
    }

    /** Adds setters and {@code build()} to the builder class, where they are not written down. */
    void addMembers(DeclaredMembers members, HeaderReader reader, Scope scope) {
        ClassType self = new ClassType(members.owner());
        String setter = LombokAnnotations.text(annotation, "setterPrefix").orElse("");
        for (Property property : properties()) {
            JavaType type = reader.resolve(property.type(), scope);
            String name = prefixed(setter, property.name());
            if (!members.has(name, 1)) {
                members.addImplicit(name, List.of(type), self, Modifier.PUBLIC);
            }
            LombokAnnotations.find(property.declaration(), "Singular")
                    .ifPresent(s -> addSingular(s, property.name(), type, members));
        }
        String build = LombokAnnotations.text(annotation, "buildMethodName").orElse("build");
        if (!members.has(build, 0)) {
            members.addImplicit(build, List.of(), made(reader, scope), Modifier.PUBLIC);
        }
    }

    private JavaType made(HeaderReader reader, Scope scope) {
        return maker.filter(MethodDeclaration.class::isInstance)
                .map(m -> reader.resolve(((MethodDeclaration) m).getType(), scope))
                .orElseGet(() -> scope.enclosingClass().map(this::builtBy).orElse(JavaType.Special.UNKNOWN));
    }

    /** The scope is the built class's body, or that of a builder class inside of it. */
    private JavaType builtBy(SourceHeader enclosing) {
        return enclosing.node() == built
                ? enclosing.type()
                : enclosing.outer().<JavaType>map(ClassType::new).orElse(JavaType.Special.UNKNOWN);
    }

    private void addSingular(AnnotationExpr singular, String plural, JavaType type, DeclaredMembers members) {
        String name = LombokAnnotations.text(singular, "value").orElseGet(() -> singular(plural));
        ClassType self = new ClassType(members.owner());
        List<JavaType> elements = type instanceof ClassType c ? c.arguments() : List.of();
        if (!members.has(name, elements.size())) {
            members.addImplicit(name, elements, self, Modifier.PUBLIC);
        }
        String clear = "clear" + LombokMembers.capitalized(plural);
        if (!members.has(clear, 0)) {
            members.addImplicit(clear, List.of(), self, Modifier.PUBLIC);
        }
    }

    private static String singular(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }

    private static String prefixed(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + LombokMembers.capitalized(name);
    }

    private List<Property> properties() {
        List<Property> properties = new ArrayList<>();
        List<Parameter> parameters = maker.<List<Parameter>>map(CallableDeclaration::getParameters)
                .orElseGet(() -> built instanceof RecordDeclaration r ? r.getParameters() : List.of());
        for (Parameter parameter : parameters) {
            properties.add(new Property(parameter.getNameAsString(), parameter.getType(), parameter));
        }
        if (maker.isEmpty() && !(built instanceof RecordDeclaration)) {
            for (FieldDeclaration field : built.getFields()) {
                if (!field.isStatic()) {
                    addFields(field, properties);
                }
            }
        }
        return properties;
    }

    private static void addFields(FieldDeclaration field, List<Property> properties) {
        for (VariableDeclarator variable : field.getVariables()) {
            boolean fixed = field.isFinal() && variable.getInitializer().isPresent();
            if (!fixed || LombokAnnotations.has(field, "Default")) {
                properties.add(new Property(variable.getNameAsString(), variable.getType(), field));
            }
        }
    }
}
