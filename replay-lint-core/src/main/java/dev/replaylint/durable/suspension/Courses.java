package dev.replaylint.durable.suspension;

import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Uses;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Signal;
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
public final class Courses {

    /** Answers tried for tests that nobody can look into: yes and no, or the first cases of a switch. */
    private static final int ANSWERS = 4;

    private final Program program;
    private final Effects effects;
    private final Uses uses;
    private final ExceptionTests tests;
    private final Map<Subject, List<Course>> known = new HashMap<>();
    private final Set<Subject> open = new HashSet<>();

    public Courses(Program program, Effects effects, Uses uses, Suspensions suspensions) {
        this.program = program;
        this.effects = effects;
        this.uses = uses;
        this.tests = new ExceptionTests(program, suspensions, this);
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
            return leavesWith(thrown, subject);
        }
        return site instanceof Site.Call call
                && call.arguments().stream().anyMatch(subject::isHeldBy)
                && (rethrows(call, subject)
                        || letGoBehind(call, subject)
                        || Resources.adds(call, subject.visit().body()));
    }

    private boolean leavesWith(Site.Exit exit, Subject subject) {
        return exit.value().filter(v -> carries(v, exit, subject)).isPresent();
    }

    private boolean carries(Value value, Site at, Subject subject) {
        Set<Value> alternatives = value.alternatives();
        return alternatives.stream().noneMatch(a -> isMadeOnEveryWay(a, at, subject))
                && alternatives.stream().anyMatch(a -> carries(a, subject));
    }

    /** A new object that is made wherever the class of the exception decides whether it is: {@code e instanceof A a ? a : new A(e)}. */
    private boolean isMadeOnEveryWay(Value value, Site at, Subject subject) {
        if (!(value instanceof Value.Result made) || !made.call().isAllocation()) {
            return false;
        }
        List<Condition> deciding = new ArrayList<>(made.call().context().conditions());
        deciding.removeAll(at.context().conditions());
        return !deciding.isEmpty() && deciding.stream().allMatch(c -> comesOut(c, subject));
    }

    private boolean comesOut(Condition condition, Subject subject) {
        return switch (tests.answer(condition.value(), subject)) {
            case YES -> condition.outcome() == 0;
            case NO -> condition.outcome() != 0;
            case EITHER, UNKNOWN -> false;
        };
    }

    private boolean carries(Value value, Subject subject) {
        if (value instanceof Value.Result result) {
            return !result.call().isAllocation() && givesBack(result.call(), subject);
        }
        boolean unresolved = value instanceof Value.Derived;
        return subject.isHeldBy(value) || (unresolved && subject.isMentionedBy(value));
    }

    /** Whether a call throws or returns the exception; where nobody can look into it, its author knows. */
    private boolean givesBack(Site.Call call, Subject subject) {
        List<Subject> behind = subject.behind(call);
        return behind.isEmpty()
                ? subject.isGivenFor(new Value.Result(call)) && !makesNew(call, subject)
                : behind.stream().allMatch(this::isPassedOn);
    }

    /** Whether the call is one of {@code IllegalStateException::new}, behind its functional interface. */
    private boolean makesNew(Site.Call call, Subject subject) {
        List<ApiUse> references = uses.references(call, subject.visit());
        return !references.isEmpty()
                && references.stream().allMatch(r -> r.api().isConstructor());
    }

    private boolean isPassedOn(Subject subject) {
        if (subject.visit().body().key().isConstructor()) {
            return false;
        }
        List<Course> courses = ofParameter(subject);
        return courses.isEmpty() || courses.stream().anyMatch(c -> isPassedOn(c, subject));
    }

    private boolean isPassedOn(Course course, Subject subject) {
        List<Site> exits =
                course.sites().stream().filter(Site.Exit.class::isInstance).toList();
        return (course.goesOn() || !exits.isEmpty())
                && exits.stream().allMatch(s -> leavesWith((Site.Exit) s, subject));
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
