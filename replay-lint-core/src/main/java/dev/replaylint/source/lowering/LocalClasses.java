package dev.replaylint.source.lowering;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.type.MethodHeader;
import dev.replaylint.source.attribution.Resolved;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Local and anonymous classes: what they capture, and the parameters that adds to their constructors. */
final class LocalClasses {

    private static final String OBJECT = "Ljava/lang/Object;";

    private LocalClasses() {}

    /** The scope of a class declared in a body; remembered for allocations of it. */
    static ClassScope scope(Lowering in, String name, Node declaration) {
        ClassScope known = in.unit.localClasses().get(name);
        if (known != null) {
            return known;
        }
        boolean isStatic = declaration instanceof RecordDeclaration
                || declaration instanceof EnumDeclaration
                || declaration instanceof TypeDeclaration<?> t
                        && t.isClassOrInterfaceDeclaration()
                        && t.asClassOrInterfaceDeclaration().isInterface();
        List<String> captured = isStatic ? List.of() : captured(declaration, in);
        ClassScope scope = new ClassScope(name, Optional.of(in.scope.owner), !isStatic && in.scope.instance, captured);
        in.unit.localClasses().put(name, scope);
        return scope;
    }

    /** Variables of the enclosing body that code of the class mentions, in order of first mention, or that classes it makes keep. */
    private static List<String> captured(Node declaration, Lowering in) {
        Set<String> found = new LinkedHashSet<>();
        declaration.walk(NameExpr.class, n -> found.add(n.getNameAsString()));
        declaration.walk(TypeExpr.class, t -> found.add(variable(t)));
        found.addAll(keptByMade(declaration, in.unit));
        found.retainAll(in.scope.visible());
        return new ArrayList<>(found);
    }

    /** The variable that {@code names::add} or {@code order.lines::add} may mean: the parser takes it for a type. */
    static String variable(TypeExpr before) {
        String text = before.getTypeAsString();
        return text.substring(0, (text + ".").indexOf('.'));
    }

    /** Variables that the local classes keep of which code below {@code node} makes instances. */
    static Set<String> keptByMade(Node node, Unit unit) {
        Set<String> found = new LinkedHashSet<>();
        if (unit.localClasses().isEmpty()) {
            return found;
        }
        node.walk(
                ObjectCreationExpr.class,
                e -> unit.attribution.resolved(e).ifPresent(r -> found.addAll(kept(r, unit))));
        node.walk(
                MethodReferenceExpr.class,
                e -> unit.attribution.resolved(e).ifPresent(r -> found.addAll(kept(r, unit))));
        return found;
    }

    private static List<String> kept(Resolved made, Unit unit) {
        ClassScope local = made.method().isConstructor() ? unit.localClasses().get(made.owner()) : null;
        return local == null ? List.of() : local.captured();
    }

    /** The constructor with the enclosing instance before and the captured variables after the declared parameters. */
    static MethodKey constructor(ClassScope scope, MethodHeader declared) {
        List<String> parameters = new ArrayList<>();
        if (scope.hasOuterInstance()) {
            parameters.add(OBJECT);
        }
        declared.parameters().forEach(p -> parameters.add(p.descriptor()));
        scope.captured().forEach(c -> parameters.add(OBJECT));
        return key(scope, parameters);
    }

    static MethodKey anonymousConstructor(ClassScope scope, int arguments) {
        return key(scope, Collections.nCopies(arguments, OBJECT));
    }

    private static MethodKey key(ClassScope scope, List<String> parameters) {
        return new MethodKey(scope.name(), MethodKey.CONSTRUCTOR, "(" + String.join("", parameters) + ")V");
    }

    static List<String> parameterTypes(MethodKey constructor) {
        return Descriptors.parameters(constructor.descriptor());
    }
}
