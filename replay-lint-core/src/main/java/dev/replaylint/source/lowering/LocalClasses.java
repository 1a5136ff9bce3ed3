package dev.replaylint.source.lowering;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.NameExpr;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.type.MethodHeader;
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
        List<String> captured = isStatic ? List.of() : captured(declaration, in.scope.visible());
        ClassScope scope = new ClassScope(name, Optional.of(in.scope.owner), !isStatic && in.scope.instance, captured);
        in.unit.localClasses().put(name, scope);
        return scope;
    }

    /** Names of variables of the enclosing body that code below {@code node} mentions, in order of first mention. */
    static List<String> captured(Node node, Set<String> visible) {
        Set<String> found = new LinkedHashSet<>();
        node.walk(NameExpr.class, n -> {
            if (visible.contains(n.getNameAsString())) {
                found.add(n.getNameAsString());
            }
        });
        return new ArrayList<>(found);
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
