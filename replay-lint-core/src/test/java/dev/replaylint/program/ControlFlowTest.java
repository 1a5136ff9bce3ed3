package dev.replaylint.program;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.program.ControlFlow.Walk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Walks through hand-made control flow. */
final class ControlFlowTest {

    private static final Location HERE = new Location("shop/A.java", 1, 1);
    private static final MethodKey METHOD = new MethodKey("shop.A", "m", "()V");

    private final BodyBuilder builder =
            new BodyBuilder(METHOD, new BodyShape(BodyShape.Kind.METHOD, true, List.of("Z"), 0, METHOD, HERE, false));

    private Site.Call call(String name) {
        MethodKey key = new MethodKey("shop.A", name, "()Ljava/lang/Object;");
        Value result = builder.call(key, Dispatch.STATIC, Optional.empty(), List.of(), false, HERE);
        return ((Value.Result) result).call();
    }

    private static Set<Site> after(Body body, Site site) {
        return body.flow().after(site, Walk.ANYWHERE);
    }

    @Test
    void whatRunsAfterASiteIsWhatFollowsOnAllWays() {
        Block then = builder.newBlock();
        Block end = builder.newBlock();
        Site.Call first = call("first");
        builder.branch(new Value.Parameter(0), then, end, HERE);
        builder.enter(then);
        Site.Call maybe = call("maybe");
        builder.jump(end);
        builder.enter(end);
        Site.Call last = call("last");
        Body body = builder.build();

        assertThat(after(body, first)).containsExactly(maybe, last);
        assertThat(after(body, maybe)).containsExactly(last);
        assertThat(body.flow().fromStart(Walk.ANYWHERE)).containsExactly(first, maybe, last);
    }

    @Test
    void aWalkEndsWhereItIsToldTo() {
        Site.Call first = call("first");
        Site.Call second = call("second");
        call("third");
        Body body = builder.build();

        assertThat(body.flow().after(first, Walk.until(s -> s == second))).containsExactly(second);
    }

    @Test
    void aWalkTakesFeasibleOutcomesOnly() {
        Block then = builder.newBlock();
        Block otherwise = builder.newBlock();
        builder.branch(new Value.Parameter(0), then, otherwise, HERE);
        builder.enter(then);
        Site.Call whenTrue = call("whenTrue");
        builder.returns(Optional.empty(), HERE);
        builder.enter(otherwise);
        Site.Call whenFalse = call("whenFalse");
        Body body = builder.build();

        Walk taken = new Walk(s -> false, c -> c.outcome() == 0);
        assertThat(body.flow().fromStart(taken)).contains(whenTrue);
        assertThat(body.flow().fromStart(taken)).doesNotContain(whenFalse);
    }

    @Test
    void aVariableIsWhatItIsOnTheWaysFromASite() {
        Block then = builder.newBlock();
        Block end = builder.newBlock();
        builder.write("done", new Value.Constant(false));
        Site.Call first = call("first");
        builder.branch(new Value.Parameter(0), then, end, HERE);
        builder.enter(then);
        Site.Call maybe = call("maybe");
        builder.write("done", new Value.Constant(true));
        builder.jump(end);
        builder.enter(end);
        Value.Join done = (Value.Join) builder.read("done");
        Site.Call last = call("last");
        ControlFlow flow = builder.build().flow();

        assertThat(flow.since(maybe, c -> true, done, last)).containsExactly(new Value.Constant(true));
        assertThat(flow.since(first, c -> true, done, last))
                .containsExactly(new Value.Constant(false), new Value.Constant(true));
        assertThat(flow.since(last, c -> true, done, last)).isEmpty();
    }

    @Test
    void aSiteRunsAfterItselfInALoopOnly() {
        Block header = builder.newLoopHeader();
        Block inside = builder.newBlock();
        Block end = builder.newBlock();
        builder.enter(header);
        builder.branch(new Value.Parameter(0), inside, end, HERE);
        builder.enter(inside);
        Site.Call again = call("again");
        builder.jump(header);
        builder.enter(end);
        Site.Call once = call("once");
        Body body = builder.build();

        assertThat(after(body, again)).containsExactly(again, once);
        assertThat(after(body, once)).isEmpty();
    }

    @Test
    void aHandlerIsReachedByNoWalkButItsOwn() {
        Block handler = builder.newBlock();
        Block end = builder.newBlock();
        TryRange range = new TryRange(List.of(new TryRange.Handler(List.of("java.lang.Exception"), handler, HERE)));
        builder.protectedBy(List.of(range));
        builder.enter(builder.newBlock());
        Site.Call guarded = call("guarded");
        builder.protectedBy(List.of());
        builder.jump(end);
        builder.enter(handler);
        Site.Call handling = call("handling");
        builder.jump(end);
        builder.enter(end);
        Site.Call last = call("last");
        Body body = builder.build();

        assertThat(after(body, guarded)).containsExactly(last);
        assertThat(body.flow().from(range.handlers().get(0), Walk.ANYWHERE)).containsExactly(handling, last);
    }

    @Test
    void cleanupOnTheWayOutOfAHandlerIsNotItsOwnCode() {
        Block handler = builder.newBlock();
        Block cleanup = builder.newBlock();
        TryRange.Handler inner = new TryRange.Handler(List.of("java.lang.Exception"), handler, HERE);
        TryRange around = new TryRange(List.of(new TryRange.Handler(List.of(), cleanup, HERE)));
        builder.protectedBy(List.of(around, new TryRange(List.of(inner))));
        builder.enter(builder.newBlock());
        call("guarded");
        builder.returns(Optional.empty(), HERE);
        builder.protectedBy(List.of(around));
        builder.enter(handler);
        Site.Call handling = call("handling");
        builder.protectedBy(List.of());
        builder.enter(builder.newBlock());
        Site.Call copy = call("cleanup");
        builder.returns(Optional.empty(), HERE);
        builder.enter(cleanup);
        call("cleanup");
        builder.build();

        assertThat(inner.encloses(handling)).isTrue();
        assertThat(copy.context().handlers()).contains(inner);
        assertThat(inner.encloses(copy)).isFalse();
    }
}
