package dev.replaylint.durable.flow;

import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Names;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way from an entry point to a site.
 *
 * @param steps from the entry point's body to the site's
 */
public record CallPath(List<Step> steps) {

    /**
     * One body on the way.
     *
     * @param method the named method; for a lambda, the one it stands in
     * @param location where it calls the next one, or the site itself
     * @param project whether it is the user's own code
     */
    public record Step(MethodKey method, Location location, boolean project) {

        /** {@code PriceService.quote}. */
        public String label() {
            return CallPath.label(method.owner(), method.name());
        }
    }

    /** How messages call a member of a class, or, without a member, the class. */
    public static String label(String type, String member) {
        String owner = Names.simple(type);
        return switch (member) {
            case "" -> owner;
            case MethodKey.CONSTRUCTOR -> "new " + owner;
            case MethodKey.STATIC_INITIALIZER -> owner + " initializer";
            default -> owner + "." + member;
        };
    }

    /** The shortest way to a site. Lambdas count as part of the method they stand in. */
    static CallPath to(Site site, Visit visit, Program program) {
        List<Step> steps = new ArrayList<>();
        Set<Visit> seen = new LinkedHashSet<>();
        Visit at = visit;
        Site here = site;
        Optional<Edge> onward = Optional.empty();
        while (seen.add(at)) {
            MethodKey method = at.body().shape().enclosing();
            boolean bridge = !steps.isEmpty() && onward.filter(Edge::isBridge).isPresent();
            if (steps.isEmpty() || !(bridge || steps.get(0).method().equals(method))) {
                steps.add(0, step(method, here, program));
            }
            if (at.incoming().isEmpty() || at.entry().isPresent()) {
                at.givenTo()
                        .map(Visit::body)
                        .ifPresent(b -> steps.add(0, step(b.key(), b.sites().get(0), program)));
                break;
            }
            onward = Optional.of(at.incoming().get(0));
            here = at.incoming().get(0).site();
            at = at.incoming().get(0).caller();
        }
        return new CallPath(steps);
    }

    private static Step step(MethodKey method, Site site, Program program) {
        return new Step(method, site.location(), program.isProject(method.owner()));
    }

    /** The way to a site on which it was looked at. */
    public static CallPath along(Way way, Site site, Program program) {
        List<Step> steps = new ArrayList<>();
        Site here = site;
        Optional<Way> at = Optional.of(way);
        while (at.isPresent()) {
            MethodKey method = at.get().visit().body().shape().enclosing();
            if (steps.isEmpty() || !steps.get(0).method().equals(method)) {
                steps.add(0, step(method, here, program));
            }
            here = at.get().via().map(Edge::site).orElse(here);
            at = at.get().outer();
        }
        return new CallPath(steps);
    }

    /** The shortest way through each place where the user's own code calls into the library code that the site is in. */
    public static List<CallPath> all(Site site, Visit visit, Program program) {
        List<CallPath> found = new ArrayList<>();
        collect(site, visit, List.of(), found, new LinkedHashSet<>(), program);
        return found.isEmpty() ? List.of(to(site, visit, program)) : found;
    }

    private static void collect(
            Site site, Visit visit, List<Step> after, List<CallPath> found, Set<Visit> seen, Program program) {
        if (program.isProject(visit.body().key().owner())) {
            List<Step> steps = new ArrayList<>(to(site, visit, program).steps());
            steps.addAll(after);
            found.add(new CallPath(steps));
        } else if (seen.add(visit)) {
            List<Step> behind = new ArrayList<>(after);
            behind.add(0, new Step(visit.body().shape().enclosing(), site.location(), false));
            for (Edge edge : visit.incoming()) {
                collect(edge.site(), edge.caller(), behind, found, seen, program);
            }
        }
    }

    /** The same way to another place of the last body. */
    public CallPath endingAt(Location location) {
        List<Step> moved = new ArrayList<>(steps);
        Step last = moved.remove(moved.size() - 1);
        moved.add(new Step(last.method(), location, last.project()));
        return new CallPath(moved);
    }

    /** The same way, continued to places in what the last one calls. */
    public CallPath continued(List<Place> below, Program program) {
        List<Step> longer = new ArrayList<>(steps);
        for (Place place : below) {
            MethodKey method = place.visit().body().shape().enclosing();
            longer.add(new Step(method, place.site().location(), program.isProject(method.owner())));
        }
        return new CallPath(longer);
    }

    /** The deepest place in the user's own code: where the edit goes. */
    public Step deepestOwn() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).project()) {
                return steps.get(i);
            }
        }
        return steps.get(steps.size() - 1);
    }
}
