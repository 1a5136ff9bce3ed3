package dev.replaylint.durable.flow;

import dev.replaylint.program.Descriptors;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.Set;

/** Calls that pick one element by its place. */
public final class Picks {

    /** Picks whichever comes first, whatever the order of the stream. */
    public static final String ANY = "findAny";

    private static final Set<String> NAMES =
            Set.of("findFirst", ANY, "getFirst", "getLast", "removeFirst", "removeLast", "poll", "peek");

    /** What can be gone through. */
    private static final Set<String> ITERATED = Set.of(
            "java.lang.Iterable",
            "java.util.Enumeration",
            "java.util.Iterator",
            "java.util.Map",
            "java.util.Spliterator",
            "java.util.stream.BaseStream");

    private static final Set<String> FOR_ONE_KEY =
            Set.of("compute", "computeIfAbsent", "computeIfPresent", "getOrDefault", "merge");

    private Picks() {}

    /** Whether a call that is given a function runs it for the elements of its receiver, one after the other. */
    public static boolean isForEach(Site.Call call, Program program) {
        String owner = call.target().owner();
        return call.receiver().isPresent()
                && !FOR_ONE_KEY.contains(call.target().name())
                && ITERATED.stream().anyMatch(t -> program.isSubtype(owner, t));
    }

    /** Whether the call gives one element, which has no order of its own. */
    public static boolean isElement(Site.Call call) {
        return call.target().name().equals("next") || isOne(call.target());
    }

    /** Whether the call picks whichever comes first, whatever the order of the stream. */
    public static boolean isAny(Site.Call call) {
        return call.target().name().equals(ANY);
    }

    private static boolean isOne(MethodKey target) {
        return target.name().equals("get") ? target.descriptor().startsWith("(I)") : NAMES.contains(target.name());
    }

    /** Whether the call gives an array in the order of what it is made of: {@code set.toArray()}. */
    public static boolean givesArray(Site.Call call, Effects effects) {
        return Descriptors.result(call.target().descriptor()).startsWith("[")
                && effects.order(call.target()).filter(e -> e.fact().carries()).isPresent();
    }

    /** Whether a method gives the elements that are at certain places: which ones these are hangs on the order. */
    public static boolean isPlaced(MethodKey target) {
        return isOne(target) || isPart(target);
    }

    /** Whether a method gives a part of a list, told by places. */
    public static boolean isPart(MethodKey target) {
        return target.name().equals("subList");
    }

    /** Whether which element it is depends on the order; in a loop, what is made of all elements may well not. */
    public static boolean isPick(Site.Call call) {
        boolean ofLoop =
                call.target().name().equals("next") && !call.context().loops().isEmpty();
        return isElement(call) && !ofLoop;
    }
}
