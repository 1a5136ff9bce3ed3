package dev.replaylint.durable;

import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Uses;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.sdk.Signal;
import dev.replaylint.durable.suspension.Actions;
import dev.replaylint.durable.suspension.Catch;
import dev.replaylint.durable.suspension.Catches;
import dev.replaylint.durable.suspension.Courses;
import dev.replaylint.durable.suspension.GuardedCall;
import dev.replaylint.durable.suspension.GuardedCalls;
import dev.replaylint.durable.suspension.HeldLock;
import dev.replaylint.durable.suspension.HeldLocks;
import dev.replaylint.durable.suspension.LostException;
import dev.replaylint.durable.suspension.LostExceptions;
import dev.replaylint.durable.suspension.Suspensions;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Program;
import java.util.List;

/** What becomes, in replayed code, of the exceptions by which the SDK ends an invocation from inside an operation. */
public final class Failures {

    private final Program program;
    private final Effects effects;
    private final List<Visit> replayed;
    private final Suspensions suspensions;
    private final Lazy<Catches> catches;

    Failures(ReplayModel model, Effects effects, Uses uses, List<Visit> visits, Suspensions suspensions) {
        this.program = model.program();
        this.effects = effects;
        this.replayed = model.visits(Region.REPLAYED);
        this.suspensions = suspensions;
        this.catches = new Lazy<>(() -> new Catches(
                program,
                visits,
                suspensions,
                new Actions(program, effects, uses, visits),
                new Courses(program, effects, uses, suspensions)));
    }

    /** Handlers that this exception of the SDK comes to: catch clauses, {@code finally}, closing of resources. */
    public List<Catch> catches(Signal signal) {
        return catches.get().of(signal);
    }

    /** Calls of APIs that come between a suspending function and the code around. */
    public List<GuardedCall> guardedCalls() {
        return new GuardedCalls(effects, suspensions).in(replayed);
    }

    /** Locks that are held where code suspends. */
    public List<HeldLock> heldLocks() {
        return new HeldLocks(effects, suspensions).in(replayed);
    }

    /** Catch clauses for exceptions that checkpoints cannot give back. */
    public List<LostException> lostExceptions() {
        return new LostExceptions(program).in(replayed);
    }
}
