package dev.replaylint.tools;

import dev.replaylint.catalog.Hierarchy;
import dev.replaylint.program.MethodKey;
import java.util.List;
import java.util.Set;

/** Types of which only the names are known. */
final class NoHierarchy implements Hierarchy {

    @Override
    public Set<String> supertypes(String type) {
        return Set.of(type);
    }

    @Override
    public boolean declares(String type, MethodKey method) {
        return false;
    }

    @Override
    public List<String> annotations(String type, MethodKey method) {
        return List.of();
    }

    @Override
    public Set<String> annotations(String type) {
        return Set.of();
    }
}
