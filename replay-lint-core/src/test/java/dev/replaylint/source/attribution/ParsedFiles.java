package dev.replaylint.source.attribution;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Source files parsed up front, found by the classes at their top. */
final class ParsedFiles implements SourceFinder {

    private final Map<Path, CompilationUnit> units = new LinkedHashMap<>();
    private final Map<String, CompilationUnit> byClass = new HashMap<>();
    private final Set<String> packages = new TreeSet<>();

    static ParsedFiles of(Collection<Path> files) {
        ParsedFiles parsed = new ParsedFiles();
        for (Path file : files) {
            try {
                parsed.add(file, Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return parsed;
    }

    static ParsedFiles ofText(String... texts) {
        ParsedFiles parsed = new ParsedFiles();
        for (int i = 0; i < texts.length; i++) {
            parsed.add(Path.of("Text" + i + ".java"), texts[i]);
        }
        return parsed;
    }

    private void add(Path file, String text) {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
                .setAttributeComments(false)
                .setPreprocessUnicodeEscapes(true);
        configuration.getProcessors().clear();
        CompilationUnit unit =
                new JavaParser(configuration).parse(text).getResult().orElseThrow();
        String packageName =
                unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
        packages.add(packageName);
        units.put(file, unit);
        unit.getTypes()
                .forEach(t -> byClass.putIfAbsent(
                        packageName.isEmpty() ? t.getNameAsString() : packageName + "." + t.getNameAsString(), unit));
    }

    Map<Path, CompilationUnit> units() {
        return units;
    }

    @Override
    public Optional<CompilationUnit> unitOf(String topLevelName) {
        return Optional.ofNullable(byClass.get(topLevelName));
    }

    @Override
    public Set<String> packages() {
        return packages;
    }
}
