package dev.replaylint.source.attribution;

import dev.replaylint.program.type.Erasure;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.source.attribution.Overloads.Selection;
import dev.replaylint.source.types.Candidate;
import dev.replaylint.source.types.FunctionShape;
import dev.replaylint.source.types.Substitution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which of several applicable methods is the most specific (JLS 15.12.2.5). */
final class Specificity {

    private final Typers typers;

    Specificity(Typers typers) {
        this.typers = typers;
    }

    Selection mostSpecific(List<Candidate> candidates, List<Argument> arguments, boolean varargs) {
        if (candidates.size() == 1) {
            return new Selection(candidates.get(0), varargs, false);
        }
        List<Candidate> maximal = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidates.stream().allMatch(o -> o == candidate || isMore(candidate, o, arguments, varargs))) {
                maximal.add(candidate);
            }
        }
        return maximal.isEmpty()
                ? new Selection(leastBeaten(candidates, arguments, varargs), varargs, true)
                : new Selection(preferred(maximal), varargs, false);
    }

    /**
     * Of methods with the same parameters: a concrete one, else the one with the most specific result; of equal ones of two
     * bounds of a type variable the second, as javac does.
     */
    private Candidate preferred(List<Candidate> maximal) {
        Candidate best = maximal.get(0);
        for (Candidate candidate : maximal) {
            boolean concrete = best.method().isAbstract() && !candidate.method().isAbstract();
            boolean bothAbstract =
                    best.method().isAbstract() && candidate.method().isAbstract();
            if (concrete || (bothAbstract && fitsResult(candidate, best))) {
                best = candidate;
            }
        }
        return best;
    }

    private boolean fitsResult(Candidate candidate, Candidate than) {
        JavaType result = candidate.seen(candidate.method().result(), Substitution.NONE);
        JavaType other = than.seen(than.method().result(), Substitution.NONE);
        return Erasure.of(result).equals(Erasure.of(other)) || typers.subtyping.isCompatible(result, other, false);
    }

    private Candidate leastBeaten(List<Candidate> candidates, List<Argument> arguments, boolean varargs) {
        for (Candidate candidate : candidates) {
            boolean beaten = candidates.stream()
                    .anyMatch(o -> o != candidate
                            && isMore(o, candidate, arguments, varargs)
                            && !isMore(candidate, o, arguments, varargs));
            if (!beaten) {
                return candidate;
            }
        }
        return candidates.get(0);
    }

    private boolean isMore(Candidate left, Candidate right, List<Argument> arguments, boolean varargs) {
        int count = arguments.size();
        if (varargs) {
            // Parameters that receive no argument at all still count.
            count = Math.max(
                    count,
                    Math.max(
                            left.method().parameters().size(),
                            right.method().parameters().size()));
        }
        for (int i = 0; i < count; i++) {
            Optional<Argument> argument = i < arguments.size() ? Optional.of(arguments.get(i)) : Optional.empty();
            if (!isMore(left.parameter(i, varargs), right.parameter(i, varargs), argument)) {
                return false;
            }
        }
        return true;
    }

    private boolean isMore(JavaType left, JavaType right, Optional<Argument> argument) {
        if (left == Special.UNKNOWN || Erasure.of(left).equals(Erasure.of(right))) {
            return true;
        }
        boolean function = argument.filter(a -> a.kind() == Argument.Kind.LAMBDA || a.kind() == Argument.Kind.REFERENCE)
                .isPresent();
        return function
                ? isMoreFunctional(left, right, argument.orElseThrow())
                : typers.subtyping.isCompatible(left, right, false);
    }

    private boolean isMoreFunctional(JavaType left, JavaType right, Argument argument) {
        if (right instanceof TypeVariable) {
            return true;
        }
        Optional<FunctionShape> more = typers.functions.of(left);
        Optional<FunctionShape> less = typers.functions.of(right);
        if (typers.subtyping.isCompatible(left, right, false) || more.isEmpty() || less.isEmpty()) {
            return more.isPresent();
        }
        JavaType result = more.get().result();
        JavaType other = less.get().result();
        if (less.get().isVoid() || more.get().isVoid()) {
            return less.get().isVoid();
        }
        if (result instanceof Primitive != other instanceof Primitive) {
            return result instanceof Primitive == returnsPrimitive(argument);
        }
        return typers.subtyping.isCompatible(result, other, false);
    }

    /** Whether the function's body gives a primitive value; if it is not known, primitive functions are preferred. */
    private static boolean returnsPrimitive(Argument argument) {
        Optional<JavaType> exact = argument.reference()
                .flatMap(ReferenceTyper.Reference::exact)
                .map(c -> c.method().result());
        Optional<JavaType> known = argument.bodyType().or(() -> exact);
        return known.map(t -> t instanceof Primitive || t == Special.UNKNOWN).orElse(true);
    }
}
