package dev.replaylint.durable;

import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Assignments to fields: in the code that handlers reach, and in the initializers of the classes that declare the fields. */
final class Fields {

    /**
     * An assignment.
     *
     * @param visit whose body it is in
     */
    record Write(Site.FieldWrite site, Visit visit) {}

    private final Program program;
    private final Explorer explorer;
    private final Map<FieldKey, List<Write>> reached = new HashMap<>();
    private final Memo<FieldKey, List<Write>> all = new Memo<>(this::findWrites);

    /** To be made when all entry points have been explored. */
    Fields(Program program, Explorer explorer) {
        this.program = program;
        this.explorer = explorer;
        for (Visit visit : explorer.visits()) {
            visit.body()
                    .sites(Site.FieldWrite.class)
                    .forEach(w -> reached.computeIfAbsent(w.field(), f -> new ArrayList<>())
                            .add(new Write(w, visit)));
        }
    }

    /** Whether objects of the class have the field. */
    boolean has(String className, FieldKey field) {
        return program.isSubtype(className, field.owner());
    }

    /** Assignments in code that handlers reach, constructors included. */
    List<Write> reached(FieldKey field) {
        return reached.getOrDefault(field, List.of());
    }

    /** All assignments: those that handlers reach, and those of initializers, which are explored when first asked for. */
    List<Write> writes(FieldKey field) {
        return all.get(field);
    }

    private List<Write> findWrites(FieldKey field) {
        Set<Write> found = new LinkedHashSet<>(reached(field));
        if (program.isProject(field.owner())) {
            for (MethodKey initializer : KeptFunctions.initializers(program, field.owner())) {
                program.body(initializer)
                        .filter(b -> b.sites(Site.FieldWrite.class)
                                .anyMatch(w -> w.field().equals(field)))
                        .map(b -> explorer.explore(b, Region.INITIALIZATION, Optional.empty()))
                        .ifPresent(v -> v.body()
                                .sites(Site.FieldWrite.class)
                                .filter(w -> w.field().equals(field))
                                .forEach(w -> found.add(new Write(w, v))));
            }
        }
        return List.copyOf(found);
    }
}
