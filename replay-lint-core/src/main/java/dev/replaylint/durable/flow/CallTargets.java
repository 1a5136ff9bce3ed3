package dev.replaylint.durable.flow;

import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.program.Body;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the bodies a call may run, by class-hierarchy analysis over the project; of libraries only what is cheap and certain. */
public final class CallTargets {

    /** More implementations than this say nothing about any one call. */
    private static final int MOST_IMPLEMENTATIONS = 8;

    private final Program program;
    private final Effects effects;
    private final Memo<MethodKey, List<Body>> virtual = new Memo<>(this::findVirtual);
    private final Memo<MethodKey, List<Body>> inherited = new Memo<>(this::findInherited);
    private final Memo<MethodKey, List<Body>> declared = new Memo<>(this::findDeclared);
    private final Set<MethodKey> capped = new TreeSet<>();
    private final Set<MethodKey> entered = new TreeSet<>();
    private final LibraryPolicy libraries;

    CallTargets(Program program, Effects effects) {
        this.program = program;
        this.effects = effects;
        this.libraries = new LibraryPolicy(program);
    }

    /** Calls with more implementations than are followed. */
    public Set<MethodKey> capped() {
        return capped;
    }

    /** Library methods that were entered. */
    public Set<MethodKey> entered() {
        return entered;
    }

    List<Body> bodies(Site.Call call, Visit from) {
        boolean fromLibrary = !program.isProject(from.body().key().owner());
        if (fromLibrary && !libraries.mayGoDeeper(from)) {
            return List.of();
        }
        return switch (call.dispatch()) {
            case STATIC, SPECIAL -> inherited.get(call.target());
            case NEW -> declared.get(call.target());
            case VIRTUAL -> {
                Optional<String> made = ofReceiver(call).or(() -> ofFactory(call, from));
                yield made.isPresent() ? inherited.get(call.target().in(made.get())) : virtual.get(call.target());
            }
        };
    }

    List<Body> bodies(Closure closure) {
        return switch (closure.dispatch()) {
            case VIRTUAL -> virtual.get(closure.implementation());
            case STATIC, SPECIAL -> inherited.get(closure.implementation());
            case NEW -> declared.get(closure.implementation());
        };
    }

    /** The class of the receiver where it is made in the same body. */
    private Optional<String> ofReceiver(Site.Call call) {
        return call.receiver().isPresent()
                        && call.receiver().get() instanceof Value.Result made
                        && made.call().isAllocation()
                ? Optional.of(made.call().target().owner())
                : Optional.empty();
    }

    /** Behind an interface of a library, as that of iterators, the class that the one method makes which gives the receiver. */
    private Optional<String> ofFactory(Site.Call call, Visit from) {
        if (program.isProject(call.target().owner())
                || !(call.receiver().orElse(Value.Unknown.UNKNOWN).settled() instanceof Value.Result given)
                || given.call().isAllocation()) {
            return Optional.empty();
        }
        List<Body> makers = bodies(given.call(), from);
        Set<Optional<String>> classes = new LinkedHashSet<>();
        makers.stream()
                .flatMap(b -> b.sites(Site.Return.class))
                .flatMap(r -> r.value().stream())
                .forEach(v -> classes.add(made(v)));
        return makers.size() == 1 && classes.size() == 1 ? classes.iterator().next() : Optional.empty();
    }

    private Optional<String> made(Value value) {
        return value.settled() instanceof Value.Result made
                        && made.call().isAllocation()
                        && program.isProject(made.call().target().owner())
                ? Optional.of(made.call().target().owner())
                : Optional.empty();
    }

    private List<Body> findInherited(MethodKey target) {
        return mayEnter(target) ? entering(program.implementation(target)) : List.of();
    }

    private List<Body> findDeclared(MethodKey target) {
        return mayEnter(target) ? entering(program.body(target)) : List.of();
    }

    private List<Body> entering(Optional<Body> body) {
        body.filter(b -> !program.isProject(b.key().owner())).ifPresent(b -> entered.add(b.key()));
        return body.map(List::of).orElse(List.of());
    }

    private List<Body> findVirtual(MethodKey target) {
        if (!mayEnter(target)) {
            return List.of();
        }
        Set<Body> found = new LinkedHashSet<>(inherited.get(target));
        if (program.isProject(target.owner())) {
            for (String subtype : program.subtypes(target.owner())) {
                if (isConcrete(subtype)) {
                    found.addAll(inherited.get(target.in(subtype)));
                }
            }
        } else {
            found.addAll(libraries.implementations(target));
        }
        if (found.size() > MOST_IMPLEMENTATIONS) {
            capped.add(target);
        }
        return new ArrayList<>(found).subList(0, Math.min(found.size(), MOST_IMPLEMENTATIONS));
    }

    private boolean isConcrete(String name) {
        return program.type(name)
                .filter(t -> !java.lang.reflect.Modifier.isAbstract(t.flags()) && !t.isInterface())
                .isPresent();
    }

    /** Project code, unless a line goes before it; the catalogue speaks for what it knows; never the SDK and the platform. */
    private boolean mayEnter(MethodKey target) {
        if (DurableSdk.owns(target.owner())) {
            return false;
        }
        Optional<ClassHeader> type = program.type(target.owner());
        if (program.isProject(target.owner())) {
            return !effects.speaksBeforeCode(target);
        }
        return type.isPresent() && libraries.mayEnter(target) && !effects.speaksFor(target);
    }
}
