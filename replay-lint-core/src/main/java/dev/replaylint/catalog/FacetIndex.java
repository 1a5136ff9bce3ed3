package dev.replaylint.catalog;

import dev.replaylint.catalog.Pattern.TypePattern.Kind;
import dev.replaylint.program.MethodKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The entries of one facet, found by class and member in a time that depends on the number of supertypes only.
 * Immutable.
 *
 * @param <F> the facet
 */
final class FacetIndex<F extends Fact> {

    private static final Comparator<Match<?>> BY_STRENGTH = Comparator.<Match<?>>comparingInt(
                    m -> m.entry().source().layer())
            .thenComparingInt(m -> m.entry().pattern().memberRank())
            .thenComparing(m -> m.entry().pattern().types().kind())
            .thenComparingInt(m -> -m.distance())
            .thenComparingInt(m -> m.entry().pattern().types().literals())
            .thenComparingInt(m -> m.entry().pattern().memberLiterals())
            .thenComparing(m -> m.entry().pattern().toString());

    private static final String OBJECT = "java.lang.Object";

    /** What patterns that hold for any type begin with: kept as if it were a class that all types are. */
    private static final String EVERY_TYPE = "**";

    /** By class: for globs and whole classes. */
    private final Map<String, List<CatalogEntry<F>>> byClass = new HashMap<>();

    /** By class and whole member name. */
    private final Map<String, Map<String, List<CatalogEntry<F>>>> byMember = new HashMap<>();

    private final Map<String, List<CatalogEntry<F>>> byPackage = new HashMap<>();
    private final Map<String, List<CatalogEntry<F>>> byAnnotation = new HashMap<>();

    /** What was found for a type, whatever the member: most members of a type are asked for one after the other. */
    private final Map<String, List<CatalogEntry<F>>> named = new ConcurrentHashMap<>();

    FacetIndex(List<CatalogEntry<F>> entries) {
        for (CatalogEntry<F> entry : entries) {
            Pattern pattern = entry.pattern();
            boolean every = pattern.types().text().equals(EVERY_TYPE);
            switch (every ? Kind.CLASS : pattern.types().kind()) {
                case CLASS -> addOfClass(pattern, entry);
                case ANNOTATED -> add(byAnnotation, pattern.types().text(), entry);
                case GLOB, PACKAGE -> add(byPackage, fixedPackage(pattern.types()), entry);
            }
        }
    }

    /** The supertypes of a type that entries are there for, nearest first. */
    List<Level> levels(String owner, Hierarchy hierarchy) {
        List<Level> found = new ArrayList<>();
        if (isKnown(EVERY_TYPE)) {
            found.add(new Level(EVERY_TYPE, 0));
        }
        int distance = 0;
        for (String type : supertypes(owner, hierarchy)) {
            if (isKnown(type) || isAnnotated(type, hierarchy)) {
                found.add(new Level(type, distance));
            }
            distance++;
        }
        return List.copyOf(found);
    }

    private boolean isKnown(String type) {
        return byMember.containsKey(type) || !named(type).isEmpty();
    }

    private boolean isAnnotated(String type, Hierarchy hierarchy) {
        return !byAnnotation.isEmpty() && !Collections.disjoint(hierarchy.annotations(type), byAnnotation.keySet());
    }

    /**
     * The entry that says most of the call; of the same strength, the one of the nearest supertype.
     *
     * @param levels those of the call's owner
     */
    Optional<CatalogEntry<F>> find(MethodKey call, List<Level> levels, Hierarchy hierarchy) {
        List<Match<F>> matches = new ArrayList<>();
        for (Level level : levels) {
            boolean own = level.distance() == 0;
            for (CatalogEntry<F> entry : candidates(level.type(), call, hierarchy)) {
                if (entry.pattern().matchesMember(call) && (own || isInherited(entry, level.type(), call, hierarchy))) {
                    matches.add(new Match<>(entry, level.distance()));
                }
            }
        }
        return matches.isEmpty()
                ? Optional.empty()
                : Optional.of(Collections.max(matches, BY_STRENGTH).entry());
    }

    /** The entry for a type itself; members are not looked at. */
    Optional<CatalogEntry<F>> findType(String type, Hierarchy hierarchy) {
        List<Match<F>> matches = new ArrayList<>();
        int distance = 0;
        for (String name : hierarchy.supertypes(type)) {
            for (CatalogEntry<F> entry : named(name)) {
                matches.add(new Match<>(entry, distance));
            }
            distance++;
        }
        return matches.stream()
                .max(Comparator.<Match<F>>comparingInt(m -> m.entry().source().layer())
                        .thenComparingInt(m -> -m.distance())
                        .thenComparing(BY_STRENGTH))
                .map(Match::entry);
    }

    /**
     * Constructors are never inherited. What is said of a whole type holds in a subtype for the members that the type
     * declares; what is said of members by name or glob holds for members that subtypes add, too, since generated and
     * derived interfaces (repositories, stubs) live by that.
     */
    private boolean isInherited(CatalogEntry<F> entry, String type, MethodKey call, Hierarchy hierarchy) {
        if (call.isConstructor()) {
            return false;
        }
        return entry.pattern().member().isPresent() || hierarchy.declares(type, call);
    }

    private List<CatalogEntry<F>> candidates(String type, MethodKey call, Hierarchy hierarchy) {
        List<CatalogEntry<F>> ofType = named(type);
        List<CatalogEntry<F>> ofMember = byMember.getOrDefault(type, Map.of()).getOrDefault(call.name(), List.of());
        if (byAnnotation.isEmpty() && (ofType.isEmpty() || ofMember.isEmpty())) {
            return ofType.isEmpty() ? ofMember : ofType;
        }
        List<CatalogEntry<F>> found = new ArrayList<>(ofType);
        found.addAll(ofMember);
        if (!byAnnotation.isEmpty()) {
            for (String annotation : hierarchy.annotations(type, call)) {
                found.addAll(byAnnotation.getOrDefault(annotation, List.of()));
            }
        }
        return found;
    }

    private List<CatalogEntry<F>> named(String type) {
        List<CatalogEntry<F>> known = named.get(type);
        return known != null ? known : named.computeIfAbsent(type, this::findNamed);
    }

    private List<CatalogEntry<F>> findNamed(String type) {
        List<CatalogEntry<F>> found = new ArrayList<>(byClass.getOrDefault(type, List.of()));
        for (int dot = type.lastIndexOf('.'); dot > 0; dot = type.lastIndexOf('.', dot - 1)) {
            addMatching(byPackage.getOrDefault(type.substring(0, dot), List.of()), type, found);
        }
        return List.copyOf(found);
    }

    private static <F extends Fact> void addMatching(
            List<CatalogEntry<F>> candidates, String type, List<CatalogEntry<F>> found) {
        for (CatalogEntry<F> entry : candidates) {
            if (entry.pattern().types().matches(type)) {
                found.add(entry);
            }
        }
    }

    /** Interfaces do not name {@code Object}, yet their instances have its methods (JLS 9.2). */
    private static Set<String> supertypes(String owner, Hierarchy hierarchy) {
        Set<String> known = hierarchy.supertypes(owner);
        if (known.contains(OBJECT) && known.contains(owner)) {
            return known;
        }
        Set<String> all = new LinkedHashSet<>();
        all.add(owner);
        all.addAll(known);
        all.add(OBJECT);
        return all;
    }

    private void addOfClass(Pattern pattern, CatalogEntry<F> entry) {
        String type = pattern.types().text();
        Optional<String> name = pattern.member().filter(m -> !Globs.isGlob(m));
        if (name.isPresent()) {
            add(byMember.computeIfAbsent(type, t -> new HashMap<>()), name.get(), entry);
        } else {
            add(byClass, type, entry);
        }
    }

    private static String fixedPackage(Pattern.TypePattern types) {
        if (types.kind() == Kind.PACKAGE) {
            return types.text();
        }
        String fixed = types.text().substring(0, types.text().indexOf('*'));
        return fixed.substring(0, Math.max(fixed.lastIndexOf('.'), 0));
    }

    private static <F extends Fact> void add(
            Map<String, List<CatalogEntry<F>>> map, String key, CatalogEntry<F> entry) {
        map.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
    }

    /** All entries, in no order. */
    Stream<CatalogEntry<F>> entries() {
        return Stream.concat(Stream.of(byClass, byPackage, byAnnotation), byMember.values().stream())
                .flatMap(map -> map.values().stream())
                .flatMap(List::stream);
    }

    /** A supertype, and how far up it is. */
    record Level(String type, int distance) {}

    /** An entry that matches, and how far up the supertypes. */
    private record Match<F extends Fact>(CatalogEntry<F> entry, int distance) {}
}
