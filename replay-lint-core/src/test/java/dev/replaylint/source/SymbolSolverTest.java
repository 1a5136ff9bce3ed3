package dev.replaylint.source;

import static com.google.common.truth.Truth.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.replaylint.bytecode.ClassFileIndex;
import dev.replaylint.bytecode.ClassPath;
import dev.replaylint.program.Body;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.source.lowering.LastResort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last resort for calls that attribution does not know. */
final class SymbolSolverTest {

    private static final MethodKey SIZE = new MethodKey("shop.Uses", "size", "(Lshop/Outer$Inner;)I");

    @TempDir
    private Path root;

    @Test
    void isAskedWhereAttributionKnowsNothing() throws IOException {
        write("Outer", "public class Outer<T> { public class Inner { public T get() { return null; } } }");
        write("Uses", "class Uses { static int size(Outer<String>.Inner inner) { return inner.get().length(); } }");
        List<String> asked = new ArrayList<>();

        Body body = size(call -> {
            asked.add(call.getNameAsString());
            return Optional.empty();
        });

        assertThat(asked).containsExactly("length");
        assertThat(body.sites(Site.UnresolvedCall.class).count()).isEqualTo(1);
    }

    @Test
    void knowsMethodsOfThePlatformAndOfSources() throws Exception {
        write("Shop", "public class Shop { public static String open(int hour, String... days) { return null; } }");
        CompilationUnit unit = new GuardedParser()
                .parse(
                        "package shop; class Uses { int size(String text) { return text.strip().length(); }"
                                + " String open() { return Shop.open(8, \"mo\", \"tu\"); } }",
                        new Outline.Nesting(0, 0, 0));

        try (SymbolSolver solver = new SymbolSolver(List.of(root), List.of())) {
            List<String> targets = unit.findAll(MethodCallExpr.class).stream()
                    .map(c -> solver.target(c).orElseThrow())
                    .map(r -> r.owner() + "." + r.method().name() + r.method().descriptor() + r.varargsCall())
                    .toList();
            assertThat(targets)
                    .containsExactly(
                            "java.lang.String.length()Ifalse",
                            "java.lang.String.strip()Ljava/lang/String;false",
                            "shop.Shop.open(I[Ljava/lang/String;)Ljava/lang/String;true");
        }
    }

    @Test
    void staysSilentWhereNobodyKnows() throws IOException {
        write("Outer", "public class Outer<T> { public class Inner { } }");
        write("Uses", "class Uses { static int size(Outer<String>.Inner inner) { return missing(inner).length(); } }");

        try (SymbolSolver solver = new SymbolSolver(List.of(root), List.of(root.resolve("no.jar")))) {
            assertThat(size(solver).sites(Site.UnresolvedCall.class).count()).isEqualTo(2);
        }
    }

    @Test
    void survivesCyclicInheritance() throws IOException {
        write("Outer", "public class Outer<T> extends Uses { public class Inner { } }");
        write(
                "Uses",
                "class Uses extends Outer<String> { static int size(Outer<String>.Inner inner) { return inner.odd().even(); } }");

        try (SymbolSolver solver = new SymbolSolver(List.of(root), List.of())) {
            assertThat(size(solver).sites()).isNotEmpty();
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve("shop").resolve(name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package shop;\n\n" + text);
    }

    private Body size(LastResort lastResort) {
        SourceLibrary library =
                SourceLibrary.open(List.of(root), List.of(), name -> true, StandardCharsets.UTF_8, Set.of());
        try (ClassPath none = ClassPath.open(List.of())) {
            SourceCode code = SourceCode.of(library, ClassFileIndex.of(none), lastResort);
            return code.body(SIZE).orElseThrow();
        }
    }
}
