package dev.replaylint.durable.suspension;

import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.sdk.Signal;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.TryRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the handlers of replayed code that exceptions of the SDK come to. */
public final class Catches {

    private final Program program;
    private final Collection<Visit> visits;
    private final Suspensions suspensions;
    private final Actions actions;
    private final Courses courses;
    private final Map<Signal, List<Catch>> known = new EnumMap<>(Signal.class);

    public Catches(
            Program program, Collection<Visit> visits, Suspensions suspensions, Actions actions, Courses courses) {
        this.program = program;
        this.visits = visits;
        this.suspensions = suspensions;
        this.actions = actions;
        this.courses = courses;
    }

    public List<Catch> of(Signal signal) {
        return known.computeIfAbsent(signal, this::find);
    }

    private List<Catch> find(Signal signal) {
        List<Catch> found = new ArrayList<>();
        for (Visit visit : visits) {
            if (visit.region() == Region.REPLAYED) {
                visit.body().tries().forEach((range, sites) -> find(range, sites, visit, signal, found));
            }
        }
        return List.copyOf(found);
    }

    private void find(TryRange range, List<Site> sites, Visit visit, Signal signal, List<Catch> found) {
        List<TryRange.Handler> takers = takers(range, signal);
        if (takers.isEmpty()) {
            return;
        }
        for (Site site : sites) {
            Optional<Suspension> suspension = suspensions.at(site, visit);
            if (suspension.isPresent() && comesTo(range, site, visit, signal)) {
                takers.forEach(h -> found.add(made(range, h, new Place(site, visit), suspension.get(), signal)));
                return;
            }
        }
    }

    /** The first clause for the exception; class files may join nested {@code finally} blocks, which all run. */
    private List<TryRange.Handler> takers(TryRange range, Signal signal) {
        List<TryRange.Handler> takers = new ArrayList<>();
        for (TryRange.Handler handler : range.handlers()) {
            if (handler.isFinally() || handler.types().stream().anyMatch(t -> isCaught(signal, t))) {
                takers.add(handler);
                if (!handler.isFinally()) {
                    break;
                }
            }
        }
        return takers;
    }

    private boolean isCaught(Signal signal, String type) {
        return program.isSubtype(signal.exception(), type);
    }

    /** Whether the tries further in let the exception through, or something thrown in its place. */
    private boolean comesTo(TryRange range, Site site, Visit visit, Signal signal) {
        List<TryRange> tries = site.context().tries();
        return tries.subList(tries.indexOf(range) + 1, tries.size()).stream()
                .allMatch(inner -> takers(inner, signal).stream().allMatch(h -> lets(inner, h, visit, signal)));
    }

    private boolean lets(TryRange range, TryRange.Handler handler, Visit visit, Signal signal) {
        return courses.ofHandler(range, handler, visit, signal).stream()
                .anyMatch(c -> c.goesOn()
                        || (signal == Signal.UNRECOVERABLE
                                && c.lost().stream().anyMatch(Site.Throw.class::isInstance)));
    }

    private Catch made(TryRange range, TryRange.Handler handler, Place from, Suspension suspension, Signal signal) {
        List<Course> ways = courses.ofHandler(range, handler, from.visit(), signal);
        Optional<Site> lost = ways.stream().anyMatch(Course::letsGo)
                ? Optional.empty()
                : ways.stream().flatMap(c -> c.lost().stream()).findFirst();
        List<String> types =
                handler.types().stream().filter(t -> isCaught(signal, t)).toList();
        List<Action> done = actions(handler, ways, from.visit());
        return new Catch(from.visit(), handler, types, from.site(), suspension, lost, done);
    }

    /** What the handler does; nothing if a test that nobody can look into may spare all of it. */
    private List<Action> actions(TryRange.Handler handler, List<Course> ways, Visit visit) {
        List<List<Action>> ofCourses = ways.stream()
                .filter(c -> c.goesOn() || c.lost().isPresent())
                .map(c -> visit.body().sites().stream()
                        .filter(s -> c.sites().contains(s))
                        .filter(handler::encloses)
                        .flatMap(s -> actions.at(s, visit).stream())
                        .toList())
                .toList();
        return ofCourses.stream().anyMatch(List::isEmpty) || ofCourses.isEmpty() ? List.of() : ofCourses.get(0);
    }
}
