package dev.replaylint.durable.suspension;

import dev.replaylint.durable.body.Known;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What conditions say of an exception. */
final class ExceptionTests {

    /** How a condition comes out. */
    enum Answer {
        YES,
        NO,
        /** It says nothing of the exception's class: it can come out both ways. */
        EITHER,
        /** It asks something of the exception that nobody can look into. */
        UNKNOWN
    }

    private static final String SAME = "==";
    private static final String DIFFERENT = "!=";

    private final Program program;
    private final Suspensions suspensions;
    private final Courses courses;

    ExceptionTests(Program program, Suspensions suspensions, Courses courses) {
        this.program = program;
        this.suspensions = suspensions;
        this.courses = courses;
    }

    Answer answer(Value condition, Subject subject) {
        Value value = condition.settled();
        if (value instanceof Value.Derived derived) {
            Optional<String> tested = derived.testedType();
            if (tested.isPresent() && subject.isHeldBy(derived.operands().get(0))) {
                return isA(subject.signal().exception(), tested.get());
            }
            if (isNullTest(derived, subject)) {
                return derived.operator().equals(DIFFERENT) ? Answer.YES : Answer.NO;
            }
        }
        Optional<Answer> decided = ofVariables(value, subject);
        if (decided.isPresent()) {
            return decided.get();
        }
        if (value instanceof Value.Result result
                && !subject.behind(result.call()).isEmpty()) {
            return ofCall(subject.behind(result.call()));
        }
        return subject.isGivenFor(value) ? Answer.UNKNOWN : Answer.EITHER;
    }

    private Answer isA(String exception, String tested) {
        if (program.isSubtype(exception, tested)) {
            return Answer.YES;
        }
        return program.isSubtype(tested, exception) ? Answer.EITHER : Answer.NO;
    }

    private static boolean isNullTest(Value.Derived derived, Subject subject) {
        List<Value> operands = derived.operands();
        return (derived.operator().equals(SAME) || derived.operator().equals(DIFFERENT))
                && operands.contains(Value.Null.NULL)
                && operands.stream().anyMatch(subject::isHeldBy);
    }

    /** What the code keeps in variables of how far it got: as it was where the exception came from. */
    private Optional<Answer> ofVariables(Value condition, Subject subject) {
        Set<Optional<Answer>> answers = new HashSet<>();
        if (condition instanceof Value.Derived compared && compared.operands().size() == 2) {
            for (Value left : alternatives(compared.operands().get(0), subject)) {
                for (Value right : alternatives(compared.operands().get(1), subject)) {
                    answers.add(compared(left, compared.operator(), right));
                }
            }
        } else {
            alternatives(condition, subject).forEach(a -> answers.add(constant(a)));
        }
        return answers.size() == 1 ? answers.iterator().next() : Optional.empty();
    }

    private Optional<Answer> compared(Value left, String operator, Value right) {
        return Known.of(left, program)
                .flatMap(l -> Known.of(right, program).flatMap(r -> Known.compared(l, operator, r)))
                .map(ExceptionTests::yesOrNo);
    }

    private Set<Value> alternatives(Value value, Subject subject) {
        return value.settled() instanceof Value.Join join
                ? join.alternativesIf(s -> mayThrow(s, subject))
                : Set.of(value.settled());
    }

    /** Where the exception comes from, or is thrown on. */
    private boolean mayThrow(Site site, Subject subject) {
        boolean thrownOn = site instanceof Site.Throw
                && site.context().handlers().stream()
                        .anyMatch(h -> h.isFinally()
                                || h.types().stream()
                                        .anyMatch(t -> program.isSubtype(
                                                subject.signal().exception(), t)));
        return thrownOn || suspensions.at(site, subject.visit()).isPresent();
    }

    private static Answer yesOrNo(boolean answer) {
        return answer ? Answer.YES : Answer.NO;
    }

    /** A boolean; class files know only numbers. */
    private static Optional<Answer> constant(Value value) {
        return value instanceof Value.Constant c
                ? Optional.of(yesOrNo(c.constant().equals(true) || c.constant().equals(1)))
                : Optional.empty();
    }

    /** What the called code returns for the exception, if that is the same on all its ways. */
    private Answer ofCall(List<Subject> called) {
        Set<Answer> answers = called.stream()
                .flatMap(s -> courses.ofParameter(s).stream().map(c -> returned(c, s)))
                .collect(Collectors.toSet());
        return answers.size() == 1 ? answers.iterator().next() : Answer.UNKNOWN;
    }

    private Answer returned(Course course, Subject subject) {
        Set<Answer> answers = course.sites().stream()
                .filter(Site.Return.class::isInstance)
                .flatMap(s -> ((Site.Return) s).value().stream())
                .map(v -> v instanceof Value.Join ? Answer.UNKNOWN : answer(v, subject))
                .collect(Collectors.toSet());
        return answers.equals(Set.of(Answer.YES)) || answers.equals(Set.of(Answer.NO))
                ? answers.iterator().next()
                : Answer.UNKNOWN;
    }
}
