package dev.replaylint.durable.flow;

import dev.replaylint.catalog.Flow;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Body;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.MethodHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is assigned to fields that may keep functions: by the constructor and setters of one object, or by any constructor. */
public final class KeptFunctions {

    /** How often a visit is looked at again, since the objects it asks about have been given more functions. */
    private static final int MOST_ROUNDS = 8;

    /**
     * An assigned value, in the visit that assigns it.
     *
     * @param by the call that puts it into the collection that the field has, if one does
     */
    record Assigned(Value value, Visit visit, Optional<Site.Call> by) {}

    private final Program program;
    private final Effects effects;
    private final CalleeVisits callees;
    private final Memo<FieldKey, List<Assigned>> initial = new Memo<>(this::findInitial);
    private final Map<Keeper, List<Visit>> methods = new HashMap<>();
    private final Map<Body, Visit> initializers = new HashMap<>();
    private final Map<Keeper, Set<Visit>> asked = new HashMap<>();
    private final Map<Visit, Integer> asking = new HashMap<>();
    private final Set<Visit> outdated = new LinkedHashSet<>();
    private Optional<Visit> current = Optional.empty();

    KeptFunctions(Program program, Effects effects, CalleeVisits callees) {
        this.program = program;
        this.effects = effects;
        this.callees = callees;
    }

    /** Methods of keepers may assign their fields later than constructors. */
    void note(Visit visit) {
        if (visit.region() == Region.INITIALIZATION) {
            initializers.putIfAbsent(visit.body(), visit);
        }
        for (Carrier receiver : visit.functions(-1)) {
            if (receiver instanceof Keeper keeper) {
                methods.computeIfAbsent(keeper, k -> new ArrayList<>()).add(visit);
                outdated.addAll(asked.getOrDefault(keeper, Set.of()));
            }
        }
    }

    /** What is asked from now on is asked for this visit. */
    void looksAt(Visit visit) {
        current = Optional.of(visit);
    }

    /** Visits that have asked for functions of an object on which more methods have been visited since; empty once told. */
    Set<Visit> outdated() {
        Set<Visit> told = new LinkedHashSet<>(outdated);
        told.removeIf(v -> asking.merge(v, 1, Integer::sum) > MOST_ROUNDS);
        outdated.clear();
        return told;
    }

    /** What the constructor that made an object, and methods called on it so far, have assigned to its field. */
    List<Assigned> of(Keeper keeper, FieldKey field) {
        Set<Keeper> both = new LinkedHashSet<>(List.of(keeper.own(), keeper));
        current.ifPresent(v -> both.forEach(
                o -> asked.computeIfAbsent(o, k -> new LinkedHashSet<>()).add(v)));
        List<Assigned> found = new ArrayList<>();
        callees.of(keeper.creation(), keeper.creator())
                .forEach(v -> constructed(v, field, found, new LinkedHashSet<>()));
        both.stream()
                .flatMap(o -> methods.getOrDefault(o, List.of()).stream())
                .filter(v -> !v.body().key().isConstructor())
                .forEach(v -> assigned(v, field, found));
        return found;
    }

    /** Constructors of superclasses, and others of the same class, are part of it. */
    private void constructed(Visit constructor, FieldKey field, List<Assigned> found, Set<Body> open) {
        if (!open.add(constructor.body())) {
            return;
        }
        assigned(constructor, field, found);
        for (Site.Call call : constructor.body().calls()) {
            if (call.target().isConstructor()
                    && (call.dispatch() == Dispatch.SPECIAL || isConstant(call, constructor, field))) {
                callees.of(call, constructor).forEach(v -> constructed(v, field, found, open));
            } else if (call.target().owner().equals(field.owner()) && isSetter(call, field)) {
                callees.of(call, constructor).forEach(v -> assigned(v, field, found));
            }
        }
    }

    /** A method that assigns or fills the field: {@code register("order", new OrderTask())}. */
    private boolean isSetter(Site.Call call, FieldKey field) {
        return call.receiver().isPresent()
                && program.body(call.target())
                        .filter(b -> b.assigns(field)
                                || b.calls().stream()
                                        .anyMatch(c -> c.receiver()
                                                .filter(r -> isRead(r.settled(), field))
                                                .isPresent()))
                        .isPresent();
    }

    /** An object that a class makes of itself when it is initialized: a constant of an enum, the one instance there is. */
    private static boolean isConstant(Site.Call call, Visit initializer, FieldKey field) {
        return initializer.body().key().name().equals(MethodKey.STATIC_INITIALIZER)
                && call.target().owner().equals(field.owner());
    }

    /** What a body assigns to a field, and what it puts into the collection there. */
    private void assigned(Visit visit, FieldKey field, List<Assigned> found) {
        visit.body().writes(field).forEach(w -> found.add(new Assigned(w.value(), visit, Optional.empty())));
        visit.body().calls().stream()
                .filter(c ->
                        c.receiver().filter(r -> isRead(r.settled(), field)).isPresent())
                .filter(c -> effects.flow(c.target())
                        .filter(e -> e.fact() == Flow.MUTATES)
                        .isPresent())
                .forEach(c -> c.arguments().forEach(a -> found.add(new Assigned(a, visit, Optional.of(c)))));
    }

    private static boolean isRead(Value value, FieldKey field) {
        return value instanceof Value.FieldValue read && read.read().field().equals(field);
    }

    /** What the constructors and initializers of its class assign to a field of the project, whichever object it is. */
    List<Assigned> initial(FieldKey field) {
        return initial.get(field);
    }

    private List<Assigned> findInitial(FieldKey field) {
        List<Assigned> found = new ArrayList<>();
        if (program.isProject(field.owner())) {
            for (MethodKey initializer : initializers(program, field.owner())) {
                program.body(initializer)
                        .map(b -> initializers.getOrDefault(b, new Visit(b, Region.INITIALIZATION, Map.of())))
                        .ifPresent(v -> constructed(v, field, found, new LinkedHashSet<>()));
            }
        }
        return List.copyOf(found);
    }

    /** Constructors and the static initializer of a class. */
    public static List<MethodKey> initializers(Program program, String owner) {
        Set<MethodKey> keys = new LinkedHashSet<>();
        keys.add(new MethodKey(owner, MethodKey.STATIC_INITIALIZER, "()V"));
        program.type(owner).map(ClassHeader::methods).orElse(List.of()).stream()
                .filter(MethodHeader::isConstructor)
                .forEach(m -> keys.add(new MethodKey(owner, m.name(), m.descriptor())));
        keys.add(new MethodKey(owner, MethodKey.CONSTRUCTOR, "()V"));
        return List.copyOf(keys);
    }
}
