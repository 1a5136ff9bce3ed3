package dev.replaylint.durable.payload;

import dev.replaylint.durable.flow.Constructions;
import dev.replaylint.durable.flow.KeptFunctions;
import dev.replaylint.durable.flow.Started;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.program.Body;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a project writes and reads what operations give in its own way, for one operation or for a whole handler. */
final class SerDesUse {

    private static final int DEEPEST = 5;

    private final Program program;
    private final Constructions constructions;
    private final Memo<String, Boolean> handlers = new Memo<>(this::ofHandler);

    SerDesUse(Program program, Constructions constructions) {
        this.program = program;
        this.constructions = constructions;
    }

    boolean isOwn(Started started) {
        return ofOperation(started) || handlers.get(root(started.way()));
    }

    private boolean ofOperation(Started started) {
        Site.Call call = started.operation().call();
        return DurableSettings.config(call.target())
                .filter(i -> constructions.ofArgument(i, call, started.way()).stream()
                        .flatMap(c -> c.calls().stream())
                        .anyMatch(m -> setsOwn(m.call())))
                .isPresent();
    }

    private static String root(Way way) {
        return way.outer()
                .map(SerDesUse::root)
                .orElseGet(() -> way.visit().body().key().owner());
    }

    private boolean ofHandler(String owner) {
        return methods(owner).anyMatch(m -> setsOwn(m, DEEPEST, new HashSet<>()));
    }

    /** What a class and those above it declare, and what makes them. */
    private Stream<MethodKey> methods(String owner) {
        return program.supertypes(owner).stream()
                .filter(program::isProject)
                .flatMap(t -> Stream.concat(
                        program.type(t).map(ClassHeader::methods).orElse(List.of()).stream()
                                .map(m -> new MethodKey(t, m.name(), m.descriptor())),
                        KeptFunctions.initializers(program, t).stream()));
    }

    private boolean setsOwn(MethodKey method, int depth, Set<MethodKey> seen) {
        return depth > 0
                && seen.add(method)
                && program.isProject(method.owner())
                && program.implementation(method).stream()
                        .flatMap(SerDesUse::calls)
                        .anyMatch(c -> setsOwn(c)
                                || (DurableSettings.givesConfig(c.target()) && setsOwn(c.target(), depth - 1, seen)));
    }

    private static Stream<Site.Call> calls(Body body) {
        return body.sites(Site.Call.class);
    }

    private static boolean setsOwn(Site.Call call) {
        return DurableSettings.setsSerDes(call.target())
                && !(call.arguments().get(0) instanceof Value.Result made
                        && made.call().isAllocation()
                        && DurableSettings.isDefaultSerDes(made.call().target()));
    }
}
