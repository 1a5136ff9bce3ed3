package dev.replaylint.source.attribution;

import dev.replaylint.program.Memo;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The packages that importing a module of the JDK makes visible (JLS 7.5.5). Reads descriptors, never classes. */
final class ModulePackages {

    private final ModuleFinder finder = ModuleFinder.ofSystem();
    private final Memo<String, List<String>> packages = new Memo<>(this::find);

    /** Packages in order of their names; none for modules that the running JDK does not have. */
    List<String> of(String moduleName) {
        return packages.get(moduleName);
    }

    private List<String> find(String moduleName) {
        Set<String> found = new TreeSet<>();
        collect(moduleName, found, new HashSet<>());
        return List.copyOf(found);
    }

    private void collect(String moduleName, Set<String> found, Set<String> seen) {
        if (!seen.add(moduleName) || finder.find(moduleName).isEmpty()) {
            return;
        }
        ModuleDescriptor module = finder.find(moduleName).get().descriptor();
        module.exports().stream().filter(e -> !e.isQualified()).forEach(e -> found.add(e.source()));
        List<String> transitive = new ArrayList<>();
        for (Requires required : module.requires()) {
            if (required.modifiers().contains(Requires.Modifier.TRANSITIVE)) {
                transitive.add(required.name());
            }
        }
        transitive.forEach(name -> collect(name, found, seen));
    }
}
