package dev.replaylint.durable;

import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.TryRange;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Follows an exception through code that holds it, by what the code's tests say of an exception of its class. Where a test is a call
 * that nobody can look into, there is one course for each answer: the code's author knows which it is.
 */
final class Courses {

    /** Answers tried for tests that nobody can look into: yes and no, or the first cases of a switch. */
    private static final int ANSWERS = 4;

    private final Program program;
    private final Effects effects;
    private final ExceptionTests tests;
    private final Map<Subject, List<Course>> known = new HashMap<>();
    private final Set<Subject> open = new HashSet<>();

    Courses(Program program, Effects effects) {
        this.program = program;
        this.effects = effects;
        this.tests = new ExceptionTests(program, this);
    }

    /** Of an exception in a handler; to come to the same try again is to go on without it. */
    List<Course> ofHandler(TryRange range, TryRange.Handler handler, Visit visit, Signal signal) {
        Subject subject = new Subject(handler.caught(), visit, signal);
        return all(
                subject,
                walk -> visit.body().flow().from(handler, walk),
                s -> s.context().tries().contains(range));
    }

    /** Of an exception that a body is given; none while that is being found out. */
    List<Course> ofParameter(Subject subject) {
        List<Course> found = known.get(subject);
        if (found != null) {
            return found;
        }
        if (!open.add(subject)) {
            return List.of();
        }
        found = all(subject, subject.visit().body().flow()::fromStart, s -> false);
        open.remove(subject);
        known.put(subject, found);
        return found;
    }

    private List<Course> all(Subject subject, Function<Walk, Set<Site>> start, Predicate<Site> again) {
        List<Course> found = new ArrayList<>();
        Set<Condition> unknown = new HashSet<>();
        for (int answer = 0; answer == 0 || (answer < ANSWERS && !unknown.isEmpty()); answer++) {
            int chosen = answer;
            Walk walk = new Walk(s -> throwsOn(s, subject), c -> isFeasible(c, subject, chosen, unknown));
            found.add(course(start.apply(walk), subject, again));
        }
        return found;
    }

    private boolean isFeasible(Condition condition, Subject subject, int chosen, Set<Condition> unknown) {
        return switch (tests.answer(condition.value(), subject)) {
            case YES -> condition.outcome() == 0;
            case NO -> condition.outcome() != 0;
            case EITHER -> true;
            case UNKNOWN -> {
                unknown.add(condition);
                yield condition.outcome() == chosen;
            }
        };
    }

    private Course course(Set<Site> sites, Subject subject, Predicate<Site> again) {
        Optional<Site> lost = Optional.empty();
        boolean goesOn = false;
        for (Site site : sites) {
            if (throwsOn(site, subject)) {
                goesOn = true;
            } else if (lost.isEmpty() && (site instanceof Site.Exit || again.test(site))) {
                lost = Optional.of(site);
            }
        }
        return new Course(sites, lost, goesOn);
    }

    /** A throw of the exception or of what a call makes of it, or a call that throws it. */
    private boolean throwsOn(Site site, Subject subject) {
        if (site instanceof Site.Throw thrown) {
            return thrown.value().filter(v -> carries(v.settled(), subject)).isPresent();
        }
        return site instanceof Site.Call call
                && call.arguments().stream().anyMatch(subject::isHeldBy)
                && (rethrows(call, subject) || letGoBehind(call, subject));
    }

    private static boolean carries(Value value, Subject subject) {
        boolean made = value instanceof Value.Result result && !result.call().isAllocation();
        boolean unresolved = value instanceof Value.Derived;
        return subject.isHeldBy(value)
                || (made && subject.isGivenFor(value))
                || (unresolved && subject.isMentionedBy(value));
    }

    /** A call that the catalogue knows to throw what it is given; if a class decides, then exceptions of that class. */
    private boolean rethrows(Site.Call call, Subject subject) {
        return effects.rethrowing(call.target())
                .filter(e -> e.from().stream()
                        .flatMap(o -> Operands.of(o, call.receiver(), call.arguments()).stream())
                        .flatMap(a -> classLiteral(a).stream())
                        .allMatch(type -> program.isSubtype(subject.signal().exception(), type)))
                .isPresent();
    }

    private static Optional<String> classLiteral(Value value) {
        return value instanceof Value.Constant c && c.constant() instanceof Value.ClassLiteral type
                ? Optional.of(type.binaryName())
                : Optional.empty();
    }

    private boolean letGoBehind(Site.Call call, Subject subject) {
        List<Subject> behind = subject.behind(call);
        return !behind.isEmpty()
                && behind.stream().allMatch(s -> ofParameter(s).stream().anyMatch(Course::letsGo));
    }
}
