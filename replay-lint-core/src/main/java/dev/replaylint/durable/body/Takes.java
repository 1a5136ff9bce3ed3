package dev.replaylint.durable.body;

import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Site;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Calls that take whatever they are given: who takes any object does not know that it is a function. */
public final class Takes {

    private static final Set<String> COLLECTIONS = Set.of(
            "Ljava/util/Collection;",
            "Ljava/util/List;",
            "Ljava/util/Map;",
            "Ljava/util/Set;",
            "Ljava/util/SortedMap;",
            "Ljava/util/EnumMap;");

    private Takes() {}

    /** Whether an argument may be anything; who takes any collection does not know that it has functions. */
    public static boolean anything(Site.Call call, int argument) {
        List<String> types = Descriptors.parameters(call.target().descriptor());
        return argument < types.size()
                && (types.get(argument).equals("Ljava/lang/Object;")
                        || call.target().owner().startsWith("java.util.") && COLLECTIONS.contains(types.get(argument)));
    }

    /** Whether each argument may be. */
    public static boolean anything(Site.Call call) {
        return IntStream.range(0, call.arguments().size()).allMatch(i -> anything(call, i));
    }
}
