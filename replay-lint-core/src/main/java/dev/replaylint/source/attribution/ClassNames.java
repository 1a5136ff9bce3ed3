package dev.replaylint.source.attribution;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Binary names of class declarations. Members are {@code Outer$Member}; local and anonymous classes are numbered within
 * the class around them, in source order, as javac does (JLS 13.1 leaves the number open).
 */
final class ClassNames {

    private final Map<Node, String> names = new IdentityHashMap<>();

    /** The name of a type declaration, or of a creation or enum constant with a body; empty for other nodes. */
    Optional<String> of(Node node) {
        String known = names.get(node);
        if (known == null && isClass(node)) {
            number(outermost(node));
            known = names.get(node);
        }
        return Optional.ofNullable(known);
    }

    static boolean isClass(Node node) {
        return node instanceof TypeDeclaration<?>
                || (node instanceof ObjectCreationExpr o
                        && o.getAnonymousClassBody().isPresent())
                || (node instanceof EnumConstantDeclaration c
                        && !c.getClassBody().isEmpty());
    }

    private static TypeDeclaration<?> outermost(Node node) {
        TypeDeclaration<?> found = null;
        Optional<Node> current = Optional.of(node);
        while (current.isPresent()) {
            if (current.get() instanceof TypeDeclaration<?> t) {
                found = t;
            }
            current = current.get().getParentNode();
        }
        if (found == null) {
            throw new IllegalArgumentException(
                    "no class is around " + node.getClass().getSimpleName());
        }
        return found;
    }

    /** @param inside whether the arguments of a creation have been visited, so that its body is next */
    private record Visit(Node node, String enclosing, boolean inside) {}

    /** Names all classes in a top-level class; iterative, since expressions may nest deeply. */
    private void number(TypeDeclaration<?> top) {
        Map<String, Integer> numbers = new HashMap<>();
        Deque<Visit> open = new ArrayDeque<>();
        open.push(new Visit(top, "", true));
        while (!open.isEmpty()) {
            Visit visit = open.pop();
            if (!isClass(visit.node())) {
                push(visit.node().getChildNodes(), visit.enclosing(), open);
            } else if (visit.inside()) {
                String name = name(visit, numbers);
                names.put(visit.node(), name);
                push(body(visit.node()), name, open);
            } else {
                open.push(new Visit(visit.node(), visit.enclosing(), true));
                List<Node> before = new ArrayList<>(visit.node().getChildNodes());
                Set<Node> body = Collections.newSetFromMap(new IdentityHashMap<>());
                body.addAll(body(visit.node()));
                before.removeIf(body::contains);
                push(before, visit.enclosing(), open);
            }
        }
    }

    private static List<? extends Node> body(Node node) {
        if (node instanceof ObjectCreationExpr o) {
            return o.getAnonymousClassBody().map(List::copyOf).orElse(List.of());
        }
        return node instanceof EnumConstantDeclaration c ? c.getClassBody() : node.getChildNodes();
    }

    private static void push(List<? extends Node> nodes, String enclosing, Deque<Visit> open) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            open.push(new Visit(nodes.get(i), enclosing, nodes.get(i) instanceof TypeDeclaration<?>));
        }
    }

    private static String name(Visit visit, Map<String, Integer> numbers) {
        Node parent = visit.node().getParentNode().orElse(null);
        boolean local = parent instanceof LocalClassDeclarationStmt || parent instanceof LocalRecordDeclarationStmt;
        if (visit.node() instanceof TypeDeclaration<?> t) {
            if (visit.enclosing().isEmpty()) {
                return t.getFullyQualifiedName().orElse(t.getNameAsString());
            }
            String simpleName = t.getNameAsString();
            return local
                    ? visit.enclosing() + "$" + next(visit.enclosing() + "$" + simpleName, numbers) + simpleName
                    : visit.enclosing() + "$" + simpleName;
        }
        return visit.enclosing() + "$" + next(visit.enclosing() + "$", numbers);
    }

    private static int next(String key, Map<String, Integer> numbers) {
        return numbers.merge(key, 1, Integer::sum);
    }

    void forget(Node node) {
        names.remove(node);
    }
}
