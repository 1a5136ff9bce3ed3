package dev.replaylint.durable.flow;

import dev.replaylint.durable.flow.Explorer.Target;
import dev.replaylint.program.Body;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Objects that become a part of a text, so that their {@code toString} runs although nobody calls it. Only those of which that may give
 * another text each time: of all others, what they hold tells as much.
 */
final class ShownObjects {

    private static final String METHOD = "toString";
    private static final String DESCRIPTOR = "()Ljava/lang/String;";

    /** Texts that are made of texts. */
    private static final int DEEPEST = 4;

    /** Classes of one type that are looked at. */
    private static final int MOST = 8;

    private final Program program;
    private final Effects effects;
    private final Memo<Body, Map<Site, Map<Value, List<Body>>>> known = new Memo<>(this::find);
    private final Memo<String, List<Body>> methods = new Memo<>(this::findMethods);

    ShownObjects(Program program, Effects effects) {
        this.program = program;
        this.effects = effects;
    }

    /** What a site runs, with the methods that give the texts of objects. */
    List<Target> with(List<Target> run, Site site, Visit visit) {
        Map<Value, List<Body>> objects = known.get(visit.body()).getOrDefault(site, Map.of());
        if (objects.isEmpty()) {
            return run;
        }
        List<Target> found = new ArrayList<>(run);
        objects.forEach((object, bodies) -> {
            Optional<Edge.Bound> receiver = Optional.of(new Edge.Bound(visit, object));
            bodies.forEach(b -> found.add(new Target(b, visit.region(), Edge.Kind.SHOWN, receiver, List.of())));
        });
        return found;
    }

    private Map<Site, Map<Value, List<Body>>> find(Body body) {
        Map<Site, Map<Value, List<Body>>> found = new HashMap<>();
        for (Site site : body.sites()) {
            Set<Value> parts = new LinkedHashSet<>();
            BodyReads.operands(site).forEach(v -> collect(v, DEEPEST, parts));
            if (site instanceof Site.Call call && effects.shows(call.target())) {
                call.arguments().forEach(a -> parts.addAll(elements(a.settled(), body)));
            }
            for (Value part : parts) {
                List<Body> run = effects.type(part, body).map(methods::get).orElse(List.of());
                if (!run.isEmpty()) {
                    found.computeIfAbsent(site, s -> new LinkedHashMap<>()).put(part, run);
                }
            }
        }
        return found.isEmpty() ? Map.of() : found;
    }

    private static void collect(Value value, int depth, Set<Value> parts) {
        Value settled = value.settled();
        if (settled instanceof Value.Join join && depth > 0) {
            join.operands().forEach(o -> collect(o, depth - 1, parts));
        } else if (settled instanceof Value.Template text && depth > 0) {
            for (Value part : text.parts()) {
                parts.add(part.settled());
                collect(part, depth - 1, parts);
            }
        }
    }

    /** Variable arguments one by one. */
    private static List<Value> elements(Value argument, Body body) {
        return argument instanceof Value.NewArray
                ? body.sites(Site.ArrayWrite.class)
                        .filter(w -> w.array().equals(argument))
                        .map(w -> w.value().settled())
                        .toList()
                : List.of(argument);
    }

    /** What may run where an object of a type with this descriptor is shown. */
    private List<Body> findMethods(String descriptor) {
        String type = descriptor.startsWith("L") ? Descriptors.className(descriptor) : "";
        if (!program.isProject(type)) {
            return List.of();
        }
        return Stream.concat(Stream.of(type), program.subtypes(type).stream().limit(MOST))
                .flatMap(t -> program.implementation(new MethodKey(t, METHOD, DESCRIPTOR)).stream())
                .filter(b -> program.isProject(b.key().owner()) && varies(b, DEEPEST))
                .distinct()
                .toList();
    }

    private boolean varies(Body body, int depth) {
        return body.calls().stream()
                .anyMatch(c -> effects.effect(c.target())
                                .filter(e -> e.fact().isVaryingValue())
                                .isPresent()
                        || depth > 0
                                && program.isProject(c.target().owner())
                                && program.implementation(c.target())
                                        .filter(b -> b != body && varies(b, depth - 1))
                                        .isPresent());
    }
}
