package dev.replaylint.durable.flow;

import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Optional;

/**
 * An argument, with the code that decides what it is: helpers only pass their parameters on.
 *
 * @param value as the deciding code has it
 * @param way to the code that has the value
 * @param site the call that gives it
 * @param at the way to that call
 */
public record Given(Value value, Way way, Site site, Way at) {

    /** The argument of a call, before the helpers on the way to it. */
    public static Given of(Value argument, Site.Call call, Way way) {
        Given given = new Given(argument.settled(), way, call, way);
        Optional<Given> before = given.before();
        while (before.isPresent()) {
            given = before.get();
            before = given.before();
        }
        return given;
    }

    /** The path to the code that decides on an argument of an operation; to the operation, if it has none there. */
    public static CallPath path(Optional<Integer> argument, Started started, Program program) {
        Site.Call call = started.operation().call();
        return argument.filter(i -> i < call.arguments().size())
                .map(i -> of(call.arguments().get(i), call, started.way()).path(program))
                .orElseGet(() -> CallPath.along(started.way(), call, program));
    }

    private Optional<Given> before() {
        if (!(value instanceof Value.Parameter parameter)) {
            return Optional.empty();
        }
        return way.via()
                .flatMap(e -> e.argument(parameter.index())
                        .filter(b -> !(b.value() instanceof Value.Derived))
                        .map(b -> passedBy(e, b)));
    }

    /** A variable that a function captures is decided outside, but it is the function's code that gives it on. */
    private Given passedBy(Edge edge, Edge.Bound bound) {
        Way caller = way.outer().orElseThrow();
        boolean call = edge.how() == Edge.Kind.CALL && bound.visit() == edge.caller();
        return new Given(
                bound.value().settled(), caller.at(bound.visit()), call ? edge.site() : site, call ? caller : at);
    }

    public CallPath path(Program program) {
        return CallPath.along(at, site, program);
    }
}
