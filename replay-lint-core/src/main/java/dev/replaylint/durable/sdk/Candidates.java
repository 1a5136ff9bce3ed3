package dev.replaylint.durable.sdk;

import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.MethodHeader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where replayed code may start, as far as it is known without looking into code. */
public final class Candidates {

    private Candidates() {}

    /** Classes in which an entry point may be, sorted by binary name. */
    public static List<String> of(Program program) {
        Set<String> classes = new LinkedHashSet<>(program.project().typesMentioning(DurableSdk.WORDS));
        classes.addAll(program.subtypes(DurableSdk.HANDLER));
        return classes.stream().filter(program.project()::isJudged).sorted().toList();
    }

    /** The code that the SDK calls on a handler, where it is declared; empty if the class is none, or has no such code. */
    public static Optional<MethodKey> handler(String name, Program program) {
        if (!program.isSubtype(name, DurableSdk.HANDLER)) {
            return Optional.empty();
        }
        for (String owner : program.supertypes(name)) {
            Optional<MethodKey> method = methods(owner, program).stream()
                    .filter(DurableSdk::isHandlerMethod)
                    .filter(m -> program.isProject(owner) && program.body(m).isPresent())
                    .findFirst();
            if (method.isPresent()) {
                return method;
            }
        }
        return Optional.empty();
    }

    /** Methods and constructors that a class declares, in its order. */
    public static List<MethodKey> methods(String owner, Program program) {
        List<MethodKey> keys = new ArrayList<>();
        for (MethodHeader method : program.type(owner).map(ClassHeader::methods).orElse(List.of())) {
            keys.add(new MethodKey(owner, method.name(), method.descriptor()));
        }
        return keys;
    }
}
