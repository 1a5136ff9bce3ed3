package dev.replaylint.manifest;

import dev.replaylint.durable.Drift;
import dev.replaylint.manifest.Manifest.Retired;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What recording the code of now comes to.
 *
 * @param breaks the changes that running executions depend on, one a line, if nobody accepted them
 * @param manifest what is to be recorded
 * @param changes the lines of the file that go and come, under the name of their handler
 * @param added how many operations come without affecting running executions
 * @param retired how many accepted changes are kept with their reason
 */
public record Update(List<String> breaks, Manifest manifest, List<String> changes, int added, int retired) {

    public Update {
        breaks = List.copyOf(breaks);
        changes = List.copyOf(changes);
    }

    /** Plans it; {@code reason} says why changes that break running executions are accepted, if they are. */
    public static Update of(Comparison comparison, Optional<String> reason) {
        List<Drift> breaking =
                comparison.drifts().stream().filter(Drift::breaks).toList();
        Manifest declared = comparison.declared();
        Manifest next = reason.map(r -> new Manifest(declared.handlers(), retired(declared, breaking, r)))
                .orElse(declared);
        return new Update(
                reason.isPresent()
                        ? List.of()
                        : breaking.stream().map(Update::line).toList(),
                next,
                TextDiff.lines(comparison.recorded().manifest(), next),
                comparison.drifts().size() - breaking.size(),
                reason.isPresent() ? breaking.size() : 0);
    }

    /** Whether changes that break running executions have not been accepted. */
    public boolean isRefused() {
        return !breaks.isEmpty();
    }

    private static SortedMap<String, List<Retired>> retired(Manifest manifest, List<Drift> breaking, String reason) {
        SortedMap<String, List<Retired>> retired = new TreeMap<>(manifest.retired());
        String words = String.join(" ", reason.strip().split("\\s+"));
        for (Drift drift : breaking) {
            List<Retired> changes = new ArrayList<>(retired.getOrDefault(drift.handler(), List.of()));
            changes.add(new Retired(what(drift), words));
            retired.put(drift.handler(), changes);
        }
        return retired;
    }

    private static String line(Drift drift) {
        return drift.handler() + ": " + what(drift);
    }

    /** The change in a few words. */
    private static String what(Drift drift) {
        String operation = Drift.plain(drift.operation());
        String other = Drift.plain(drift.other());
        return switch (drift.kind()) {
            case RENAMED -> "renamed " + other + " to " + operation;
            case RETYPED -> "retyped " + other + " to " + operation;
            case REORDERED -> "moved " + operation + " " + other;
            case REMOVED -> removed(drift.how(), operation, other);
            case INSERTED -> inserted(drift.how(), operation, other);
            case UNRECORDED -> other.isEmpty() ? "removed " + operation : "renamed " + other + " to " + operation;
        };
    }

    private static String removed(Drift.How how, String operation, String other) {
        return switch (how) {
            case CONTEXT -> "took " + other + " out of " + operation;
            case LOOP -> "took " + operation + " out of a loop";
            case CONDITION -> "put " + operation + " under a condition";
            default -> "removed " + operation;
        };
    }

    private static String inserted(Drift.How how, String operation, String other) {
        return switch (how) {
            case CONTEXT -> "put " + other + " into " + operation;
            case LOOP -> "put " + operation + " into a loop";
            case CONDITION -> "took the condition from " + operation;
            default -> "inserted " + operation + " before " + other;
        };
    }
}
