package dev.replaylint.manifest;

import dev.replaylint.durable.Drift;
import dev.replaylint.durable.Drift.How;
import dev.replaylint.durable.Drift.Kind;
import dev.replaylint.durable.Drift.Outcome;
import dev.replaylint.durable.ReplayModel;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.sdk.EntryPoint;
import dev.replaylint.durable.tree.OperationTree;
import dev.replaylint.manifest.Comparison.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The handlers of a module, in the code and in the manifest, under the names of now. */
final class Handlers {

    /** A handler of the code. */
    private record Handler(List<Node> nodes, Place start) {}

    private final Recorded recorded;
    private final Scope scope;
    private final SortedMap<String, Handler> now = new TreeMap<>();
    private final SortedMap<String, List<Entry>> before = new TreeMap<>();

    Handlers(ReplayModel model, Recorded recorded, Scope scope) {
        this.recorded = recorded;
        this.scope = scope;
        model.operationTrees().forEach(t -> add(t, model));
        recorded.manifest().handlers().forEach((name, entries) -> before.put(nameOfNow(name), entries));
    }

    /** A method that merely takes a context is no handler: which code calls it, and where in an execution, is not known. */
    private void add(OperationTree tree, ReplayModel model) {
        EntryPoint entry = tree.entry();
        Optional<Place> start = model.start(entry);
        if (entry.kind() != EntryPoint.Kind.CONTEXT_METHOD
                && start.isPresent()
                && scope.judged().test(entry.method().owner())) {
            String name = name(entry);
            for (int i = 2; now.containsKey(name); i++) {
                name = name(entry) + "(" + i + ")";
            }
            now.put(name, new Handler(Node.declared(tree.root()), start.get()));
        }
    }

    /** The class of a handler; of a function given to the SDK, the method it stands in. */
    private static String name(EntryPoint entry) {
        String owner = entry.method().owner();
        return entry.kind() == EntryPoint.Kind.HANDLER
                ? owner
                : owner + "/" + entry.method().name();
    }

    private String nameOfNow(String name) {
        return now.containsKey(name) ? name : scope.renamed().getOrDefault(name, name);
    }

    Comparison compare() {
        SortedMap<String, List<Entry>> declared = new TreeMap<>();
        SortedMap<String, List<Entry>> gone = new TreeMap<>();
        before.forEach((name, entries) -> (isJudged(name) ? gone : declared).put(name, entries));
        List<Drift> drifts = new ArrayList<>();
        gone.keySet().removeAll(now.keySet());
        now.forEach((name, handler) -> {
            List<Entry> entries = Node.entries(handler.nodes());
            if (!entries.isEmpty()) {
                declared.put(name, entries);
            }
            drifts.addAll(differences(name, handler, gone));
        });
        gone.keySet().forEach(name -> drifts.add(gone(name)));
        return new Comparison(
                recorded, new Manifest(declared, recorded.manifest().retired()), drifts);
    }

    private boolean isJudged(String name) {
        int slash = name.indexOf('/');
        return scope.judged().test(slash < 0 ? name : name.substring(0, slash));
    }

    /** A handler that is not recorded is new, or it is one that is gone under another name. */
    private List<Drift> differences(String name, Handler handler, Map<String, List<Entry>> gone) {
        List<Entry> recordedEntries = before.getOrDefault(name, List.of());
        if (before.containsKey(name)) {
            Script script = TreeDiff.of(Node.recorded(recordedEntries), handler.nodes());
            return Explanation.of(name, script, handler.start());
        }
        List<Entry> entries = Node.entries(handler.nodes());
        if (entries.isEmpty()) {
            return List.of();
        }
        Optional<String> twin = gone.entrySet().stream()
                .filter(g -> g.getValue().equals(entries))
                .map(Map.Entry::getKey)
                .findFirst();
        twin.ifPresent(gone::remove);
        String other = twin.map(Handlers::label).orElse("");
        Outcome outcome = twin.isPresent() ? Outcome.ORPHANED : Outcome.CONTINUES;
        return List.of(new Drift(
                Kind.UNRECORDED,
                How.HANDLER,
                outcome,
                name,
                label(name),
                other,
                Optional.of(handler.start()),
                Optional.empty()));
    }

    private Drift gone(String name) {
        return new Drift(
                Kind.UNRECORDED,
                How.HANDLER,
                Outcome.ORPHANED,
                name,
                label(name),
                "",
                Optional.empty(),
                Optional.of(recorded.place(name)));
    }

    private static String label(String name) {
        return "handler `" + name + "`";
    }
}
