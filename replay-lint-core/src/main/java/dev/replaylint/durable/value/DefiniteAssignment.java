package dev.replaylint.durable.value;

import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.graph.HandlerTypes;
import dev.replaylint.program.Body;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Fields that get a new value, or lose their contents, on every way to a site: definite assignment (JLS 16), through calls. */
public final class DefiniteAssignment {

    private record Question(Visit visit, FieldKey field) {}

    private final Program program;
    private final Effects effects;
    private final BiPredicate<String, FieldKey> changing;
    private final Memo<Question, Set<Site>> unassigned = new Memo<>(this::findUnassigned);

    /** {@code changing}: whether a handler changes the field, whatever those beside it do in their own sandboxes. */
    public DefiniteAssignment(Program program, Effects effects, BiPredicate<String, FieldKey> changing) {
        this.program = program;
        this.effects = effects;
        this.changing = changing;
    }

    /** Whether every way from an entry point to the site assigns the field. */
    public boolean before(Site site, FieldKey field, Visit visit) {
        return before(site, field, visit, e -> false, new LinkedHashSet<>());
    }

    /** Whether every way through its own body to the site does. */
    public boolean within(Site site, FieldKey field, Visit visit) {
        return !unassigned(field, visit).contains(site);
    }

    /** Whether every way to the site from where the function of the operation starts does. */
    public boolean beforeInside(Operation operation, Site site, FieldKey field, Visit visit) {
        return before(site, field, visit, e -> e.site() == operation.call(), new LinkedHashSet<>());
    }

    private boolean before(Site site, FieldKey field, Visit visit, Predicate<Edge> outermost, Set<Visit> seen) {
        if (!unassigned(field, visit).contains(site)) {
            return true;
        }
        boolean isEntry = visit.entry().isPresent()
                || visit.incoming().isEmpty()
                || visit.incoming().stream().anyMatch(outermost);
        // A visit asked about already is answered there.
        return !isEntry
                && (!seen.add(visit)
                        || visit.incoming().stream()
                                .allMatch(e -> before(e.site(), field, e.caller(), outermost, seen)));
    }

    /** Sites to which a way leads from the start of the body, as calls return or throw, that does not assign the field. */
    private Set<Site> unassigned(FieldKey field, Visit visit) {
        return unassigned.get(
                new Question(visit, field), Set.copyOf(visit.body().sites()));
    }

    private Set<Site> findUnassigned(Question question) {
        Walk walk =
                new Walk(s -> assigns(s, question.field(), question.visit()), c -> true, s -> s instanceof Site.Call);
        return question.visit().body().flow().fromStart(walk);
    }

    private boolean assigns(Site site, FieldKey field, Visit visit) {
        if (site instanceof Site.FieldWrite write) {
            return write.field().equals(field) && !dependsOn(write.value(), field);
        }
        if (site instanceof Site.ArrayWrite write) {
            return isRead(write.array().settled(), field) && !dependsOn(write.value(), field);
        }
        return site instanceof Site.Call call && (renews(call, field) || entersAssignment(call, field, visit));
    }

    private boolean renews(Site.Call call, FieldKey field) {
        return call.receiver().filter(r -> isRead(r.settled(), field)).isPresent()
                && effects.renews(call.target())
                && call.arguments().stream().noneMatch(a -> dependsOn(a, field));
    }

    private boolean entersAssignment(Site.Call call, FieldKey field, Visit visit) {
        List<Visit> entered = entered(call, field, visit);
        List<Visit> open =
                entered.stream().filter(v -> !assignsOnReturn(v, field)).toList();
        return open.size() < entered.size()
                && (open.isEmpty()
                        || call.receiver()
                                .filter(r -> isOfOthers(r, call, field, visit, open))
                                .isPresent());
    }

    /** Whether only handlers enter these that do not change the field anywhere. */
    private boolean isOfOthers(Value self, Site.Call call, FieldKey field, Visit visit, List<Visit> entered) {
        Set<String> handlers = HandlerTypes.of(self, visit).orElse(Set.of());
        return !handlers.isEmpty()
                && handlers.stream()
                        .filter(h -> changing.test(h, field))
                        .flatMap(h -> program.implementation(call.target().in(h)).stream())
                        .noneMatch(b -> entered.stream().anyMatch(v -> v.body() == b));
    }

    /** What a call runs on objects that have the field: a hook of {@code this} is the one of the field's class, or of one below. */
    private List<Visit> entered(Site.Call call, FieldKey field, Visit visit) {
        List<Visit> all = visit.calls(call).stream().map(Edge::callee).toList();
        boolean hook = call.dispatch() == Dispatch.VIRTUAL
                && call.receiver().filter(Value.This.class::isInstance).isPresent()
                && program.isSubtype(field.owner(), call.target().owner());
        if (!hook) {
            return all;
        }
        Optional<MethodKey> own =
                program.implementation(call.target().in(field.owner())).map(Body::key);
        return all.stream()
                .filter(v -> own.equals(Optional.of(v.body().key()))
                        || program.isSubtype(v.body().key().owner(), field.owner()))
                .toList();
    }

    /** Whether the body assigns the field on every way to its end. */
    private boolean assignsOnReturn(Visit visit, FieldKey field) {
        Set<Site> open = unassigned(field, visit);
        List<Site.Return> returns = visit.body().sites(Site.Return.class).toList();
        return !returns.isEmpty() && returns.stream().noneMatch(open::contains);
    }

    /** {@code count++} assigns what it reads. */
    private static boolean dependsOn(Value value, FieldKey field) {
        return BodyReads.consists(value, v -> isRead(v, field) || isMadeByCallOn(v, field));
    }

    private static boolean isMadeByCallOn(Value value, FieldKey field) {
        return value instanceof Value.Result result
                && Operands.all(result.call()).stream().anyMatch(o -> isRead(o.settled(), field));
    }

    private static boolean isRead(Value value, FieldKey field) {
        return value instanceof Value.FieldValue read && read.read().field().equals(field);
    }
}
