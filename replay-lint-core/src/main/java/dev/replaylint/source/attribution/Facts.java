package dev.replaylint.source.attribution;

import com.github.javaparser.ast.Node;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Special;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What has been found out about the nodes of attributed bodies. Nodes are told apart by identity: trees compare by structure,
 * and two calls that look alike may mean different methods.
 */
final class Facts {

    private Map<Node, JavaType> types = new IdentityHashMap<>();
    private Map<Node, Resolved> calls = new IdentityHashMap<>();
    private Map<Node, FieldRef> fields = new IdentityHashMap<>();
    private Map<Node, String> typeNames = new IdentityHashMap<>();
    private Map<Node, FunctionType> functions = new IdentityHashMap<>();
    private Map<Node, Scope> scopes = new IdentityHashMap<>();
    private long resolved;
    private long assumed;
    private long unresolved;

    void type(Node node, JavaType type) {
        types.put(node, type);
    }

    JavaType type(Node node) {
        return types.getOrDefault(node, Special.UNKNOWN);
    }

    void call(Node node, Resolved call) {
        calls.put(node, call);
        if (call.confidence() == Confidence.ASSUMED) {
            assumed++;
        } else {
            resolved++;
        }
    }

    /** Counts a call of which nothing is known. */
    void unresolved() {
        unresolved++;
    }

    Optional<Resolved> call(Node node) {
        return Optional.ofNullable(calls.get(node));
    }

    void field(Node node, FieldRef field) {
        fields.put(node, field);
    }

    Optional<FieldRef> field(Node node) {
        return Optional.ofNullable(fields.get(node));
    }

    void typeName(Node node, String binaryName) {
        typeNames.put(node, binaryName);
    }

    Optional<String> typeName(Node node) {
        return Optional.ofNullable(typeNames.get(node));
    }

    void function(Node node, FunctionType function) {
        functions.put(node, function);
    }

    Optional<FunctionType> function(Node node) {
        return Optional.ofNullable(functions.get(node));
    }

    void scope(Node node, Scope scope) {
        scopes.put(node, scope);
    }

    Optional<Scope> scope(Node node) {
        return Optional.ofNullable(scopes.get(node));
    }

    Counts counts() {
        return new Counts(resolved, assumed, unresolved);
    }

    /** Maps of their own for each file: those of a large one would cost as much with each of the others. */
    void forget() {
        types = new IdentityHashMap<>();
        calls = new IdentityHashMap<>();
        fields = new IdentityHashMap<>();
        typeNames = new IdentityHashMap<>();
        functions = new IdentityHashMap<>();
        scopes = new IdentityHashMap<>();
    }
}
