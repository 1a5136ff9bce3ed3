package dev.replaylint.source.attribution;

import dev.replaylint.program.type.ClassIndex;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.source.types.MemberClasses;
import java.util.Optional;

/** Simple type names that no declaration of the file explains: imports, the package, {@code java.lang} (JLS 6.4.1, 7.5). */
final class ImportedNames {

    private final ClassIndex index;
    private final MemberClasses memberClasses;
    private final ModulePackages modules = new ModulePackages();

    ImportedNames(ClassIndex index, MemberClasses memberClasses) {
        this.index = index;
        this.memberClasses = memberClasses;
    }

    Optional<JavaType> find(String name, FileScope file) {
        Optional<JavaType> known = file.found().get(name);
        if (known == null) {
            known = look(name, file).map(ClassType::new);
            file.found().put(name, known);
        }
        return known;
    }

    private Optional<String> look(String name, FileScope file) {
        Optional<String> single = file.single(name);
        if (single.isPresent()) {
            return single.map(this::binaryName);
        }
        return ofClass(file.qualified(name))
                .or(() -> member(file.staticSingle(name), name))
                .or(() -> ofClass("java.lang." + name))
                .or(() -> onDemand(name, file))
                .or(() -> member(file.staticOnDemand(), name))
                .or(() -> ofModules(name, file));
    }

    private Optional<String> ofClass(String qualified) {
        return index.find(qualified).isPresent() ? Optional.of(qualified) : Optional.empty();
    }

    private Optional<String> onDemand(String name, FileScope file) {
        for (String imported : file.onDemand()) {
            Optional<String> found = ofClass(imported + "." + name);
            if (found.isPresent()) {
                return found;
            }
        }
        return member(file.onDemand(), name);
    }

    private Optional<String> member(Iterable<String> canonicalNames, String name) {
        for (String owner : canonicalNames) {
            Optional<String> found = memberClasses.ofCanonical(owner).flatMap(o -> memberClasses.find(o, name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> ofModules(String name, FileScope file) {
        for (String module : file.modules()) {
            for (String packageName : modules.of(module)) {
                Optional<String> found = ofClass(packageName + "." + name);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Binary name for the canonical name in an import, guessed by naming convention if there is no such class. */
    String binaryName(String canonicalName) {
        return memberClasses.ofCanonical(canonicalName).orElseGet(() -> guess(canonicalName));
    }

    private static String guess(String canonicalName) {
        StringBuilder name = new StringBuilder();
        boolean inClass = false;
        for (String part : canonicalName.split("\\.", -1)) {
            if (!name.isEmpty()) {
                name.append(inClass ? '$' : '.');
            }
            name.append(part);
            inClass |= looksLikeClass(part);
        }
        return name.toString();
    }

    static boolean looksLikeClass(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    /** A type that is nowhere to be found: one of this package, unless an import on demand might provide it. */
    JavaType assumed(String name, FileScope file) {
        boolean only = file.onDemand().isEmpty() && file.modules().isEmpty();
        return only && looksLikeClass(name) ? new ClassType(file.qualified(name)) : Special.UNKNOWN;
    }
}
