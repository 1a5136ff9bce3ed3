package dev.replaylint.program;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Structure and values that the builder derives from hand-made control flow. */
final class BodyBuilderTest {

    private static final Location HERE = new Location("shop/A.java", 1, 1);

    private final BodyBuilder builder = new BodyBuilder(
            new MethodKey("shop.A", "m", "()V"),
            new BodyShape(
                    BodyShape.Kind.METHOD,
                    true,
                    List.of("Z", "Ljava/util/List;"),
                    0,
                    new MethodKey("shop.A", "m", "()V"),
                    HERE,
                    false));

    private Site.Call call(String name, Value... arguments) {
        MethodKey key = new MethodKey("shop.A", name, "()Ljava/lang/Object;");
        Value result = builder.call(key, Dispatch.STATIC, Optional.empty(), List.of(arguments), false, HERE);
        return ((Value.Result) result).call();
    }

    private static List<Value> conditions(Site site) {
        return site.context().conditions().stream()
                .map(Context.Condition::value)
                .toList();
    }

    @Test
    void aValueThatABranchChoosesKnowsWhatDecides() {
        Value condition = new Value.Parameter(0);
        Block then = builder.newBlock();
        Block otherwise = builder.newBlock();
        Block end = builder.newBlock();
        builder.branch(condition, then, otherwise, HERE);
        builder.enter(then);
        builder.write("x", new Value.Constant("a"));
        builder.jump(end);
        builder.enter(otherwise);
        builder.write("x", new Value.Constant("b"));
        builder.enter(end);
        Site.Call use = call("use", builder.read("x"));
        builder.build();

        Value.Join join = (Value.Join) use.arguments().get(0);
        assertThat(join.operands()).containsExactly(new Value.Constant("a"), new Value.Constant("b"));
        assertThat(join.deciders()).containsExactly(condition);
        assertThat(conditions(use)).isEmpty();
    }

    @Test
    void whatFollowsAnEarlyReturnDependsOnItsCondition() {
        Value condition = new Value.Parameter(0);
        Block leave = builder.newBlock();
        Block rest = builder.newBlock();
        builder.branch(condition, leave, rest, HERE);
        builder.enter(leave);
        builder.returns(Optional.empty(), HERE);
        builder.enter(rest);
        Site.Call after = call("after");
        builder.returns(Optional.empty(), HERE);
        builder.build();

        assertThat(conditions(after)).containsExactly(condition);
        assertThat(after.context().conditions().get(0).outcome()).isEqualTo(1);
    }

    @Test
    void aLoopKnowsTheCollectionItWalks() {
        Value list = new Value.Parameter(1);
        Value iterator = on("iterator", list);
        Block header = builder.newLoopHeader();
        Block body = builder.newBlock();
        Block end = builder.newBlock();
        builder.enter(header);
        builder.branch(on("hasNext", iterator), body, end, HERE);
        builder.enter(body);
        Site.Call inside = call("inside");
        builder.jump(header);
        builder.enter(end);
        Site.Call after = call("after");
        builder.build();

        assertThat(inside.context().loops()).hasSize(1);
        assertThat(inside.context().loops().get(0).iterated()).hasValue(list);
        assertThat(after.context().loops()).isEmpty();
    }

    private Value on(String method, Value receiver) {
        MethodKey key = new MethodKey("java.util.Iterator", method, "()Ljava/lang/Object;");
        return builder.call(key, Dispatch.VIRTUAL, Optional.of(receiver), List.of(), false, HERE);
    }

    @Test
    void aVariableThatALoopDoesNotChangeIsNoJoin() {
        builder.write("x", new Value.Constant("a"));
        Block header = builder.newLoopHeader();
        Block body = builder.newBlock();
        Block end = builder.newBlock();
        builder.enter(header);
        builder.branch(new Value.Parameter(0), body, end, HERE);
        builder.enter(body);
        Site.Call use = call("use", builder.read("x"));
        builder.jump(header);
        builder.enter(end);
        builder.build();

        assertThat(use.arguments()).containsExactly(new Value.Constant("a"));
    }

    @Test
    void handlersKnowWhatTheyHandle() {
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
        builder.enter(end);
        Site.Call after = call("after");
        builder.build();

        assertThat(guarded.context().tries()).containsExactly(range);
        assertThat(handling.context().handlers()).containsExactlyElementsIn(range.handlers());
        assertThat(after.context().handlers()).isEmpty();
        assertThat(after.context().tries()).isEmpty();
    }

    @Test
    void anEndlessLoopHasNoExits() {
        Block header = builder.newLoopHeader();
        builder.enter(header);
        Site.Call inside = call("inside");
        builder.jump(header);
        builder.build();

        assertThat(inside.context().loops()).hasSize(1);
        assertThat(inside.context().loops().get(0).exits()).isEmpty();
    }

    @Test
    void monitorsAreHeldBetweenEnterAndExit() {
        Value lock = new Value.Parameter(1);
        builder.enterMonitor(lock);
        Site.Call held = call("held");
        builder.exitMonitor(lock);
        Site.Call free = call("free");
        builder.build();

        assertThat(held.context().monitors()).containsExactly(lock);
        assertThat(free.context().monitors()).isEmpty();
    }

    @Test
    void unreachableCodeIsDropped() {
        builder.returns(Optional.empty(), HERE);
        call("never");
        Body body = builder.build();

        assertThat(body.sites()).hasSize(1);
    }
}
