package dev.replaylint.mutation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Which mutants are made: some of each kind, at places that look random and are the same at every run.
 *
 * @param perKind how many of each operator and placement
 * @param share one of so many of the kinds of which there are hundreds: defects, elsewhere than inline
 */
record Selection(int perKind, int share) {

    /** Enough to notice, and fast enough for each build. */
    static final Selection OF_BUILD = new Selection(1, 4);

    /** Sites that are looked at for each defect: some placements are not possible at some. */
    private static final int SITES = 12;

    private record Place(CleanUnit unit, Site site) {}

    /** Of the build, or with {@code -Dmutation.sites=2} that many of every kind. */
    static Selection configured() {
        int sites = Integer.getInteger("mutation.sites", 0);
        return sites == 0 ? OF_BUILD : new Selection(sites, 1);
    }

    /** Mutants of all units. */
    List<Mutant> of(List<CleanUnit> units) {
        Map<Mutant.Kind, List<Candidate>> kinds = new HashMap<>();
        candidates(units)
                .forEach(c ->
                        kinds.computeIfAbsent(c.kind(), k -> new ArrayList<>()).add(c));
        Map<String, Mutant> chosen = new TreeMap<>();
        kinds.values()
                .forEach(all -> all.stream()
                        .sorted(Comparator.comparing((Candidate c) ->
                                        rank(c.kind().operator() + c.kind().placement() + c.where()))
                                .thenComparing(Candidate::where))
                        .limit(perKind)
                        .map(Candidate::make)
                        .forEach(m -> chosen.put(m.kind().grade() + m.toString(), m)));
        units.forEach(u -> chosen.put("UNCHANGED" + u.name(), unchanged(u)));
        return List.copyOf(chosen.values());
    }

    private static Mutant unchanged(CleanUnit unit) {
        return new Mutant(Candidate.kind("unchanged", Mutant.Grade.NEUTRAL), unit, unit.name(), unit.files(), Map.of());
    }

    private static long rank(String text) {
        CRC32 hash = new CRC32();
        hash.update(text.getBytes(StandardCharsets.UTF_8));
        return hash.getValue();
    }

    private List<Candidate> candidates(List<CleanUnit> units) {
        List<Candidate> candidates = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (CleanUnit unit : units) {
            Sites sites = Sites.of(unit);
            candidates.addAll(NeutralTexts.of(unit));
            sites.statements().forEach(s -> places.add(new Place(unit, s)));
            for (OperationSite operation : sites.operations()) {
                candidates.addAll(ChangedOperations.at(unit, operation));
                candidates.addAll(NeutralEdits.at(unit, operation));
            }
            candidates.addAll(DriftedOperations.at(unit, sites.operations()));
        }
        for (Place place : places) {
            candidates.addAll(InsertedSnippets.at(place.unit(), place.site()));
            candidates.addAll(NeutralEdits.at(place.unit(), place.site()));
        }
        candidates.addAll(moved(places));
        return candidates;
    }

    private List<Candidate> moved(List<Place> places) {
        List<Defect> defects = new ArrayList<>(Defects.values());
        defects.addAll(Defects.effects());
        List<Candidate> candidates = new ArrayList<>();
        for (Defect defect : defects) {
            places.stream()
                    .sorted(Comparator.comparing(p -> rank(defect.name() + p.site())))
                    .limit((long) SITES * perKind)
                    .forEach(p -> {
                        candidates.addAll(MovedDefects.at(p.unit(), p.site(), defect));
                        candidates.addAll(Disguises.at(p.unit(), p.site(), defect));
                    });
        }
        candidates.removeIf(c -> !isShare(c.kind()));
        return candidates;
    }

    private boolean isShare(Mutant.Kind kind) {
        return kind.placement().equals("inline") || rank(kind.operator() + kind.placement()) % share == 0;
    }
}
