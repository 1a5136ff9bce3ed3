package dev.replaylint.mutation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is found of one kind of defect.
 *
 * @param injected outcomes there could be
 * @param found outcomes in which the defect is reported
 * @param alarms findings that are wrong
 */
record Cell(int injected, int found, int alarms) {

    private static final Cell EMPTY = new Cell(0, 0, 0);

    private Cell plus(Outcome outcome) {
        return new Cell(
                injected + 1,
                found + (outcome.isFound() ? 1 : 0),
                alarms + outcome.falseAlarms().size());
    }

    /** Whether less is found than there, or more that is wrong. */
    boolean isWorseThan(Cell other) {
        return found * other.injected < other.found * injected || alarms > other.alarms;
    }

    /** A cell for each rule, operator, placement and front end, by {@code rule | operator | placement | front end}. */
    static Map<String, Cell> of(List<Outcome> outcomes) {
        Map<String, Cell> cells = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            Mutant.Kind kind = outcome.written().mutant().kind();
            if (outcome.written().mutant().isDefect()) {
                String name = String.join("/", new TreeSet<>(kind.rules())) + " | " + kind.operator() + " | "
                        + kind.placement() + " | " + (outcome.fromSources() ? "sources" : "classes");
                cells.merge(name, EMPTY.plus(outcome), (a, b) -> a.plus(outcome));
            }
        }
        return cells;
    }

    @Override
    public String toString() {
        return found + "/" + injected + (alarms == 0 ? "" : " and " + alarms + " wrong");
    }

    static Cell parse(String text) {
        String[] parts = text.split("/| and | wrong");
        return new Cell(
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[0]),
                parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
    }
}
