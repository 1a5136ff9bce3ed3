package dev.replaylint.catalog;

import dev.replaylint.program.Descriptors;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.MethodHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** Simple names of all annotations on the type and on its declarations of methods. */
    Set<String> annotations(String type);

    /** The types of a program. */
    static Hierarchy of(Program program) {
        return new Hierarchy() {
            @Override
            public Set<String> supertypes(String type) {
                return program.supertypes(type);
            }

            @Override
            public boolean declares(String type, MethodKey method) {
                return program.type(type)
                        .filter(t -> !declared(t, method).isEmpty())
                        .isPresent();
            }

            @Override
            public List<String> annotations(String type, MethodKey method) {
                List<String> found = new ArrayList<>();
                program.type(type).ifPresent(t -> {
                    found.addAll(t.annotations());
                    declared(t, method).forEach(m -> found.addAll(m.annotations()));
                });
                return found;
            }

            @Override
            public Set<String> annotations(String type) {
                Set<String> found = new HashSet<>();
                program.type(type).ifPresent(t -> {
                    found.addAll(t.annotations());
                    t.methods().forEach(m -> found.addAll(m.annotations()));
                });
                return found;
            }
        };
    }

    private static List<MethodHeader> declared(ClassHeader type, MethodKey method) {
        List<MethodHeader> found = new ArrayList<>();
        for (MethodHeader header : type.methods()) {
            if (header.name().equals(method.name())
                    && Descriptors.parameters(header.descriptor()).size() == method.arity()) {
                found.add(header);
            }
        }
        return found;
    }
}
