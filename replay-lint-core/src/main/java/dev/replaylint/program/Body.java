package dev.replaylint.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The code of a method, constructor, initializer or lambda: flat sites in program order. Immutable once built; asked by one thread at a
 * time, since it remembers its answers.
 */
public final class Body {

    private final MethodKey key;
    private final BodyShape shape;
    private final List<Site> sites;
    private final ControlFlow flow;
    private final Set<Value> choosing;
    private final Memo<Class<?>, List<Site>> byKind = new Memo<>(this::find);
    private Optional<Map<Site.Call, List<Site.Call>>> byOperand = Optional.empty();
    private Optional<Map<TryRange, List<Site>>> byTry = Optional.empty();

    Body(MethodKey key, BodyShape shape, List<Block> blocks, Set<Value> choosing) {
        this.key = key;
        this.shape = shape;
        List<Site> all = new ArrayList<>();
        blocks.forEach(b -> all.addAll(b.sites));
        this.sites = List.copyOf(all);
        this.flow = new ControlFlow(blocks);
        this.choosing = Set.copyOf(choosing);
    }

    public MethodKey key() {
        return key;
    }

    public BodyShape shape() {
        return shape;
    }

    public List<Site> sites() {
        return sites;
    }

    /** Whether a branch that goes by this value decides what a variable is after it. */
    public boolean chooses(Value condition) {
        return choosing.contains(condition);
    }

    /** In which order the sites can run. */
    public ControlFlow flow() {
        return flow;
    }

    /** The sites of one kind, in program order. */
    public <S extends Site> Stream<S> sites(Class<S> kind) {
        return listed(kind).stream();
    }

    /** The assignments to a field, in program order. */
    public Stream<Site.FieldWrite> writes(FieldKey field) {
        return sites(Site.FieldWrite.class).filter(w -> w.field().equals(field));
    }

    public boolean assigns(FieldKey field) {
        return writes(field).findAny().isPresent();
    }

    /** The calls, in program order. */
    public List<Site.Call> calls() {
        return listed(Site.Call.class);
    }

    @SuppressWarnings("unchecked")
    private <S extends Site> List<S> listed(Class<S> kind) {
        // What is kept under a kind is of that kind.
        return (List<S>) byKind.get(kind);
    }

    private List<Site> find(Class<?> kind) {
        List<Site> found = new ArrayList<>();
        for (Site site : sites) {
            if (kind.isInstance(site)) {
                found.add(site);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** The calls whose receiver is what another call gave, in program order. */
    public List<Site.Call> callsOn(Site.Call maker) {
        Optional<Value> made = Optional.of(new Value.Result(maker));
        return callsWith(maker).stream().filter(c -> c.receiver().equals(made)).toList();
    }

    /** The calls whose receiver or an argument is what another call gave, in program order. */
    public List<Site.Call> callsWith(Site.Call maker) {
        Map<Site.Call, List<Site.Call>> found = byOperand.orElseGet(this::findByOperand);
        byOperand = Optional.of(found);
        return found.getOrDefault(maker, List.of());
    }

    private Map<Site.Call, List<Site.Call>> findByOperand() {
        Map<Site.Call, List<Site.Call>> found = new IdentityHashMap<>();
        for (Site.Call call : calls()) {
            call.receiver().ifPresent(r -> addMaker(r, call, found));
            call.arguments().forEach(a -> addMaker(a, call, found));
        }
        return found;
    }

    private static void addMaker(Value value, Site.Call user, Map<Site.Call, List<Site.Call>> found) {
        if (value instanceof Value.Result made) {
            List<Site.Call> users = found.computeIfAbsent(made.call(), c -> new ArrayList<>());
            boolean added = !users.isEmpty() && users.get(users.size() - 1) == user;
            if (!added) {
                users.add(user);
            }
        }
    }

    /** The sites that each try range protects, both in program order. */
    public Map<TryRange, List<Site>> tries() {
        Map<TryRange, List<Site>> found = byTry.orElseGet(this::findTries);
        byTry = Optional.of(found);
        return found;
    }

    private Map<TryRange, List<Site>> findTries() {
        Map<TryRange, List<Site>> found = new LinkedHashMap<>();
        for (Site site : sites) {
            for (TryRange range : site.context().tries()) {
                found.computeIfAbsent(range, r -> new ArrayList<>()).add(site);
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
