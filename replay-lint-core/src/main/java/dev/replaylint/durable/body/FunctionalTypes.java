package dev.replaylint.durable.body;

import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.MethodHeader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the one method that objects of a class are called by, if it implements an interface with a single abstract method. */
public final class FunctionalTypes {

    /** Interfaces with one method that are no functions. */
    private static final Set<String> DATA =
            Set.of("java.lang.Comparable", "java.lang.Iterable", "java.lang.AutoCloseable", "java.io.Closeable");

    private static final Set<String> SELECTING = Set.of(
            "java.util.Comparator",
            "java.util.function.Predicate",
            "java.util.function.IntPredicate",
            "java.util.function.LongPredicate",
            "java.util.function.DoublePredicate");

    private final Program program;
    private final Memo<String, Optional<MethodKey>> methods = new Memo<>(this::find);
    private final Memo<String, Boolean> interfaces = new Memo<>(this::declaresOne);
    private final Memo<String, Boolean> functions =
            new Memo<>(d -> d.startsWith("L") && isInterface(Descriptors.className(d)));

    public FunctionalTypes(Program program) {
        this.program = program;
    }

    public Optional<MethodKey> methodOf(String className) {
        return methods.get(className);
    }

    /** Whether the class is an interface with a single abstract method, in any library. */
    boolean isInterface(String className) {
        return interfaces.get(className);
    }

    /** Whether a type of this descriptor is an interface with a single abstract method, in any library. */
    public boolean isFunction(String descriptor) {
        return functions.get(descriptor);
    }

    /** Whether all that a method is given are functions that choose among elements, or put them in order. */
    public static boolean selects(String methodDescriptor) {
        List<String> parameters = Descriptors.parameters(methodDescriptor);
        return !parameters.isEmpty()
                && !Descriptors.result(methodDescriptor).equals("Z")
                && parameters.stream().allMatch(FunctionalTypes::isSelecting);
    }

    /** Whether functions of this type choose among elements, or put them in order. */
    public static boolean isSelecting(String descriptor) {
        return SELECTING.contains(Descriptors.className(descriptor));
    }

    private boolean declaresOne(String className) {
        boolean isInterface =
                program.type(className).filter(ClassHeader::isInterface).isPresent();
        return isInterface
                && !DATA.contains(className)
                && program.supertypes(className).stream()
                                .flatMap(s -> program.type(s).stream())
                                .filter(ClassHeader::isInterface)
                                .flatMap(t -> open(t).stream().map(MethodHeader::name))
                                .distinct()
                                .count()
                        == 1;
    }

    private Optional<MethodKey> find(String className) {
        if (!program.isProject(className)) {
            return Optional.empty();
        }
        return program.supertypes(className).stream()
                .filter(s -> !DATA.contains(s))
                .flatMap(s -> program.type(s).stream())
                .filter(ClassHeader::isInterface)
                .flatMap(t -> single(t).stream())
                .findFirst();
    }

    private static Optional<MethodKey> single(ClassHeader type) {
        List<MethodHeader> open = open(type);
        return open.size() == 1
                ? Optional.of(new MethodKey(
                        type.name(), open.get(0).name(), open.get(0).descriptor()))
                : Optional.empty();
    }

    private static List<MethodHeader> open(ClassHeader type) {
        return type.methods().stream()
                .filter(m -> m.isAbstract() && !isObjectMethod(m))
                .toList();
    }

    private static boolean isObjectMethod(MethodHeader method) {
        return Set.of("equals", "hashCode", "toString").contains(method.name());
    }
}
