package dev.replaylint.source.attribution;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import dev.replaylint.program.type.JavaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that a source file imports, and what they have been found to mean. */
final class FileScope {

    private final String packageName;
    private final Map<String, String> single = new HashMap<>();
    private final List<String> onDemand = new ArrayList<>();
    private final Map<String, List<String>> staticSingle = new HashMap<>();
    private final List<String> staticOnDemand = new ArrayList<>();
    private final List<String> modules = new ArrayList<>();
    private final Map<String, Optional<JavaType>> found = new HashMap<>();

    FileScope(CompilationUnit unit) {
        packageName = unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
        unit.getImports().forEach(this::add);
    }

    private void add(ImportDeclaration declaration) {
        String name = declaration.getNameAsString();
        int dot = name.lastIndexOf('.');
        String last = name.substring(dot + 1);
        if (declaration.isModule()) {
            modules.add(name);
        } else if (declaration.isStatic() && declaration.isAsterisk()) {
            staticOnDemand.add(name);
        } else if (declaration.isStatic()) {
            staticSingle.computeIfAbsent(last, n -> new ArrayList<>()).add(name.substring(0, Math.max(dot, 0)));
        } else if (declaration.isAsterisk()) {
            onDemand.add(name);
        } else {
            single.put(last, name);
        }
    }

    String packageName() {
        return packageName;
    }

    /** The name within this file's package. */
    String qualified(String simpleName) {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }

    /** Canonical name that a single-type import gives this simple name. */
    Optional<String> single(String simpleName) {
        return Optional.ofNullable(single.get(simpleName));
    }

    /** Packages and classes whose types are imported on demand. */
    List<String> onDemand() {
        return onDemand;
    }

    /** Canonical names of the classes that a static import takes members of this name from. */
    List<String> staticSingle(String memberName) {
        return staticSingle.getOrDefault(memberName, List.of());
    }

    /** Canonical names of the classes all static members of which are imported. */
    List<String> staticOnDemand() {
        return staticOnDemand;
    }

    /** Names of imported modules. */
    List<String> modules() {
        return modules;
    }

    /** What simple type names have been found to mean at the level of this file. */
    Map<String, Optional<JavaType>> found() {
        return found;
    }
}
