package dev.replaylint.durable;

import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The states that stand in tables after a state, be it for each event: {@code TABLE.get(stage).get(event)}. */
final class StateTables {

    private final StateTests tests;
    private final Tables tables;
    private final TableContents contents;

    StateTables(StateTests tests) {
        this.tests = tests;
        this.tables = new Tables(tests.program());
        this.contents = new TableContents(tables, (read, way) -> assigned(read));
    }

    /** Whether a call looks up what comes after the state. */
    boolean lookUp(Site.Call call, CallFrame at) {
        return tables.takes(call)
                && (tests.isState(call.arguments().get(0), at)
                        || table(call).filter(t -> lookUp(t, at)).isPresent());
    }

    /** What a call may find after a state. */
    Stream<Term> after(Known state, Site.Call call, CallFrame at) {
        Optional<Known> key = tests.isState(call.arguments().get(0), at) ? Optional.of(state) : Optional.empty();
        List<Term> maps = table(call)
                .map(t -> after(state, t, at).toList())
                .orElseGet(() -> List.of(new Term(call.receiver().orElseThrow(), Way.of(at))));
        Stream<Term> defaults = call.arguments().stream().skip(1).map(d -> new Term(d, Way.of(at)));
        return Stream.concat(contents.under(key, maps), defaults);
    }

    /** The call that takes the table from another one. */
    private Optional<Site.Call> table(Site.Call call) {
        return call.receiver()
                .map(Value::settled)
                .filter(Value.Result.class::isInstance)
                .map(r -> ((Value.Result) r).call())
                .filter(tables::takes);
    }

    private List<Term> assigned(Site.FieldRead read) {
        return tests.trail().assigned(read.field()).stream()
                .map(w -> tests.trail().follow(w.site().value(), CallFrame.entry(w.visit(), Optional.empty())))
                .map(l -> new Term(l.value(), Way.of(l.frame())))
                .toList();
    }
}
