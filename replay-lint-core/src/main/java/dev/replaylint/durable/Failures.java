package dev.replaylint.durable;

import dev.replaylint.program.Program;
import java.util.List;
import java.util.Optional;

/** What becomes, in replayed code, of the exceptions by which the SDK ends an invocation from inside an operation. */
public final class Failures {

    private final Program program;
    private final Effects effects;
    private final Uses uses;
    private final List<Visit> visits;
    private final List<Visit> replayed;
    private final Suspensions suspensions;
    private Optional<Catches> catches = Optional.empty();

    Failures(ReplayModel model, Effects effects, Uses uses, List<Visit> visits, Suspensions suspensions) {
        this.program = model.program();
        this.effects = effects;
        this.uses = uses;
        this.visits = visits;
        this.replayed = model.visits(Region.REPLAYED);
        this.suspensions = suspensions;
    }

    /** Handlers that this exception of the SDK comes to: catch clauses, {@code finally}, closing of resources. */
    public List<Catch> catches(Signal signal) {
        if (catches.isEmpty()) {
            Actions actions = new Actions(program, effects, uses, visits);
            Courses courses = new Courses(program, effects);
            catches = Optional.of(new Catches(program, visits, suspensions, actions, courses));
        }
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
