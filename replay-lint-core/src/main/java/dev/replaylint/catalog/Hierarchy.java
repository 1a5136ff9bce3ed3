package dev.replaylint.catalog;

import dev.replaylint.program.Descriptors;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.MethodHeader;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the catalogue must know about types to let entries be inherited: a view of {@link Program}, small enough for
 * tests.
 */
public interface Hierarchy {

    /** Supertypes by binary name, the type itself first, nearest first; those that were not found are named, too. */
    Set<String> supertypes(String type);

    /**
     * Whether the type itself declares a method of this name and number of parameters; false if the type is not known.
     */
    boolean declares(String type, MethodKey method);

    /** Simple names of the annotations on the type and on its declaration of the method, if it has one. */
    List<String> annotations(String type, MethodKey method);

    /** The types of a program. */
    static Hierarchy of(Program program) {
        return new Hierarchy() {
            @Override
            public Set<String> supertypes(String type) {
                return program.supertypes(type);
            }

            @Override
            public boolean declares(String type, MethodKey method) {
                return program.type(type).stream()
                        .anyMatch(t -> declared(t, method).findAny().isPresent());
            }

            @Override
            public List<String> annotations(String type, MethodKey method) {
                return program.type(type).stream()
                        .flatMap(t -> Stream.concat(
                                t.annotations().stream(), declared(t, method).flatMap(m -> m.annotations().stream())))
                        .toList();
            }
        };
    }

    private static Stream<MethodHeader> declared(ClassHeader type, MethodKey method) {
        int arity = method.arity();
        return type.methods().stream()
                .filter(m -> m.name().equals(method.name()))
                .filter(m -> Descriptors.parameters(m.descriptor()).size() == arity);
    }
}
