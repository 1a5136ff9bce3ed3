package dev.replaylint.mutation;

import dev.replaylint.mutation.Mutant.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Values and effects, at all distances from the replayed code. */
final class MovedDefects {

    /** What stands beside a changing value when an operation is named, repeated or counted by it. */
    private static final Set<String> BESIDE =
            Set.of("unstable-operation-name", "unbounded-operations", "duplicate-operation-name", "thread-use");

    /** A cache that is filled in the function of an operation. */
    private static final String FILLED = "captured-write";

    private MovedDefects() {}

    /** A defect in all placements at one site. */
    static List<Candidate> at(CleanUnit unit, Site site, Defect defect) {
        List<Candidate> candidates = new ArrayList<>();
        String sink = defect.isEffect() ? "" : sink(defect, site);
        Placements.of(defect, site).forEach((name, way) -> {
            String statements = defect.isEffect() ? Sinks.run(way, site) : Sinks.use(sink, defect, way, site);
            candidates.add(candidate(unit, site, defect, name, way, statements, defect.isEffect() ? "" : "as " + sink));
        });
        return candidates;
    }

    /** Another use for each defect and place, the same at every run. */
    static String sink(Defect defect, Site site) {
        List<String> names = List.copyOf(Sinks.all().keySet());
        return names.get(Math.floorMod((defect.name() + site).hashCode(), names.size()));
    }

    static Candidate candidate(
            CleanUnit unit, Site site, Defect defect, String placement, Placement way, String statements, String how) {
        Set<String> allowed = new TreeSet<>(BESIDE);
        if (defect.rules().contains("mutable-state")) {
            allowed.add(FILLED);
        }
        Kind kind = new Kind(defect.name(), placement, defect.rules(), allowed, defect.grade());
        return new Candidate(
                kind, unit, (site + " " + how).strip(), () -> files(unit, site, way, statements), library(way));
    }

    static Map<String, String> files(CleanUnit unit, Site site, Placement way, String statements) {
        Edits edits = new Edits()
                .insert(site.file(), site.offset(), statements)
                .insert(site.file(), site.members(), way.members());
        way.types()
                .forEach((name, text) ->
                        edits.add(site.sibling(name), "package " + site.packageName() + ";\n\n" + text + "\n"));
        return edits.on(unit);
    }

    private static Map<String, String> library(Placement way) {
        Map<String, String> files = new LinkedHashMap<>();
        way.library()
                .forEach((name, text) -> files.put(
                        Mutant.LIBRARY + "/" + name + ".java", "package " + Mutant.LIBRARY + ";\n\n" + text + "\n"));
        return files;
    }
}
