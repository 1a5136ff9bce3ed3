package dev.replaylint.source.types;

import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassIndex;
import dev.replaylint.program.type.JavaType.ClassType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds member classes, inherited ones included. It asks headers for supertypes one by one instead of a cached closure,
 * because names must be resolved while headers are still being read.
 */
public final class MemberClasses {

    private final ClassIndex index;

    public MemberClasses(ClassIndex index) {
        this.index = index;
    }

    /** Binary name of the member class with this simple name. */
    public Optional<String> find(String owner, String simpleName) {
        return find(owner, simpleName, new HashSet<>());
    }

    /** Binary name of the class with this canonical name, {@code java.util.Map.Entry}. */
    public Optional<String> ofCanonical(String canonicalName) {
        if (index.find(canonicalName).isPresent()) {
            return Optional.of(canonicalName);
        }
        int dot = canonicalName.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String simpleName = canonicalName.substring(dot + 1);
        return ofCanonical(canonicalName.substring(0, dot)).flatMap(owner -> find(owner, simpleName));
    }

    private Optional<String> find(String owner, String simpleName, Set<String> seen) {
        Optional<ClassHeader> header = seen.add(owner) ? index.find(owner) : Optional.empty();
        if (header.isEmpty()) {
            return Optional.empty();
        }
        String own = owner + "$" + simpleName;
        if (header.get().memberClasses().contains(own)) {
            return Optional.of(own);
        }
        for (ClassType supertype : header.get().supertypes()) {
            Optional<String> inherited = find(supertype.name(), simpleName, seen);
            if (inherited.isPresent()) {
                return inherited;
            }
        }
        return Optional.empty();
    }
}
