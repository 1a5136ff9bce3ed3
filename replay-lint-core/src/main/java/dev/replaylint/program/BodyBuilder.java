package dev.replaylint.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Builds a body from the instructions that a front end walks through. Blocks and jumps make the control-flow graph, variables are
 * turned into values on the fly (Braun et al., "Simple and Efficient Construction of Static Single Assignment Form", CC 2013).
 *
 * <p>A block is entered once, after all its predecessors have jumped to it; only blocks made by {@link #newLoopHeader()} may get
 * predecessors later. Code after a jump, return or throw is unreachable until the next {@link #enter}; what is added there is
 * dropped.
 */
public final class BodyBuilder {

    private static final MethodKey AS_TEXT =
            new MethodKey("java.lang.String", "valueOf", "(Ljava/lang/Object;)Ljava/lang/String;");

    private final MethodKey key;
    private final BodyShape shape;
    private final List<Block> blocks = new ArrayList<>();
    private List<TryRange> tries = List.of();
    private Block current;

    /** Starts in the entry block. */
    public BodyBuilder(MethodKey key, BodyShape shape) {
        this.key = key;
        this.shape = shape;
        this.current = newBlock();
        current.sealed = true;
    }

    /** A block that is entered after all jumps to it. */
    public Block newBlock() {
        return add(false);
    }

    /** A block that is also jumped to from code after it. */
    public Block newLoopHeader() {
        return add(true);
    }

    private Block add(boolean loopHeader) {
        Block block = new Block(blocks.size(), loopHeader);
        blocks.add(block);
        return block;
    }

    /** Whether code added now can run. */
    public boolean isReachable() {
        return !current.ended;
    }

    /** Continues in {@code block}, falling through to it if the current block has not ended. */
    public void enter(Block block) {
        if (!current.ended) {
            jump(block);
        }
        List<TryRange> around = block.loopHeader ? aroundLoop(block) : tries;
        start(block, around);
        if (!around.equals(tries)) {
            Block inside = newBlock();
            jump(inside);
            start(inside, tries);
        }
    }

    private void start(Block block, List<TryRange> ranges) {
        current = block;
        block.tries = ranges;
        block.ended = block.predecessors.isEmpty() && block.number != 0;
        protect(block);
        block.sealed = !block.loopHeader;
    }

    /** A range that begins with a loop is in the loop: what leads to its handler from before the loop would be a way around the loop. */
    private List<TryRange> aroundLoop(Block header) {
        return tries.stream()
                .filter(t -> header.predecessors.stream().allMatch(p -> p.tries.contains(t)))
                .toList();
    }

    private void protect(Block block) {
        for (TryRange range : block.tries) {
            for (TryRange.Handler handler : range.handlers()) {
                if (!block.ended) {
                    block.connectExceptionally(handler.block());
                }
                for (Block before : List.copyOf(block.predecessors)) {
                    if (!before.tries.contains(range) && before != handler.block()) {
                        before.connectExceptionally(handler.block());
                    }
                }
            }
        }
    }

    /** Sets the try ranges, outermost first, that protect the blocks entered from now on; does not start a block. */
    public void protectedBy(List<TryRange> ranges) {
        tries = List.copyOf(ranges);
    }

    public void jump(Block target) {
        if (current.ended) {
            return;
        }
        connect(target);
        current.ended = true;
    }

    /** Ends the block with a two-way branch. */
    public void branch(Value condition, Block whenTrue, Block whenFalse, Location location) {
        select(condition, List.of(whenTrue, whenFalse), List.of(), location);
    }

    /**
     * Ends the block with a branch to one of several blocks.
     *
     * @param labels what each of them is chosen by; empty if that is not known
     */
    public void select(Value selector, List<Block> targets, List<Set<CaseLabel>> labels, Location location) {
        if (current.ended) {
            return;
        }
        current.condition = Optional.of(selector);
        current.labels = List.copyOf(labels);
        current.decidedAt = Optional.of(location);
        targets.forEach(this::connect);
        current.ended = true;
    }

    private void connect(Block target) {
        if (target.sealed) {
            throw new IllegalStateException(
                    key + ": jump to " + target + ", which has been entered and is no loop header");
        }
        current.connect(target);
    }

    public void returns(Optional<Value> value, Location location) {
        add(new Site.Return(location, value));
        current.ended = true;
    }

    public void throwing(Value value, Location location) {
        add(new Site.Throw(location, value));
        current.ended = true;
    }

    /** Assigns a local variable. Any object with value equality may name a variable: a slot number, a name, a declaration. */
    public void write(Object variable, Value value) {
        if (!current.ended && !current.tries.isEmpty() && !current.sites.isEmpty()) {
            startAfterSites();
        }
        current.definitions.put(variable, value);
    }

    /** A handler sees what a block defines: what the sites so far throw, it throws with what the variables were then. */
    private void startAfterSites() {
        List<TryRange> ranges = current.tries;
        Block next = newBlock();
        jump(next);
        start(next, ranges);
    }

    /** The value of a local variable here. */
    public Value read(Object variable) {
        return Variables.read(current, variable);
    }

    /** A call, as a value. Boxing is left out, since class files have it and sources do not. */
    public Value call(
            MethodKey target,
            Dispatch dispatch,
            Optional<Value> receiver,
            List<Value> arguments,
            boolean assumed,
            Location at) {
        if (Boxing.isConversion(target)) {
            return receiver.orElseGet(() -> arguments.get(0));
        }
        Site.Call call = add(new Site.Call(at, target, dispatch, receiver, arguments, assumed));
        if (dispatch != Dispatch.NEW && Descriptors.result(target.descriptor()).equals("V")) {
            call.discardResult();
        }
        return new Value.Result(call);
    }

    /**
     * A value as a part of text. Conversions of objects are calls, as class files have them that javac 19 and later wrote.
     *
     * @param descriptor of the value's static type
     */
    public Value asText(Value part, String descriptor, Location at) {
        boolean object = descriptor.startsWith("[") || descriptor.startsWith("L") && !Boxing.isText(descriptor);
        return object && !(part instanceof Value.Null)
                ? call(AS_TEXT, Dispatch.STATIC, Optional.empty(), List.of(part), false, at)
                : part;
    }

    /** A call that nobody could resolve; its result may carry whatever its operands carry. */
    public Value unresolvedCall(String name, List<Value> operands, Location location) {
        add(new Site.UnresolvedCall(location, name, operands));
        return new Value.Derived(name, operands);
    }

    /** A lambda or method reference, as a value. */
    public Value function(
            String interfaceName,
            String methodName,
            MethodKey implementation,
            Dispatch dispatch,
            List<Value> bound,
            Location location) {
        return new Value.Function(
                add(new Site.FunctionCreation(location, interfaceName, methodName, implementation, dispatch, bound)));
    }

    public Value fieldRead(FieldKey field, Optional<Value> receiver, Location location) {
        return new Value.FieldValue(add(new Site.FieldRead(location, field, receiver)));
    }

    public void fieldWrite(FieldKey field, Optional<Value> receiver, Value value, Location location) {
        add(new Site.FieldWrite(location, field, receiver, value));
    }

    public Value newArray(Location location) {
        return new Value.NewArray(add(new Site.ArrayCreation(location)));
    }

    public void arrayWrite(Value array, Value value, Location location) {
        add(new Site.ArrayWrite(location, array, value));
    }

    /** Says that nothing reads this value, as for an expression statement. */
    public void discard(Value value) {
        if (value instanceof Value.Result result) {
            result.call().discardResult();
        }
    }

    public void enterMonitor(Value monitor) {
        current.monitorChanges.add(new Block.MonitorChange(current.sites.size(), monitor, true));
    }

    public void exitMonitor(Value monitor) {
        current.monitorChanges.add(new Block.MonitorChange(current.sites.size(), monitor, false));
    }

    private <S extends Site> S add(S site) {
        if (!current.ended) {
            current.sites.add(site);
        }
        return site;
    }

    /** The finished body. The builder must not be used afterwards. */
    public Body build() {
        blocks.stream().filter(b -> b.loopHeader).forEach(Variables::seal);
        Variables.settle(blocks);
        Set<Value> choosing = Structure.place(blocks, shape);
        blocks.forEach(Block::finish);
        return new Body(key, shape, List.copyOf(blocks), choosing);
    }
}
