package dev.replaylint.durable;

import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
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
    private final Courses courses;

    ExceptionTests(Program program, Courses courses) {
        this.program = program;
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
        if (value instanceof Value.Constant constant) {
            return constant(constant.constant());
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

    /** A boolean; class files know only numbers. */
    private static Answer constant(Object constant) {
        return constant.equals(true) || constant.equals(1) ? Answer.YES : Answer.NO;
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
