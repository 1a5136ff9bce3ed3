package dev.replaylint.spotbugs;

import static com.google.common.truth.Truth.assertThat;

import edu.umd.cs.findbugs.BugCollectionBugReporter;
import edu.umd.cs.findbugs.Project;
import edu.umd.cs.findbugs.classfile.DescriptorFactory;
import edu.umd.cs.findbugs.test.SpotBugsExtension;
import edu.umd.cs.findbugs.test.SpotBugsRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is not there or cannot be read is said, and costs no more than itself. */
@ExtendWith(SpotBugsExtension.class)
final class CoverageTest {

    @TempDir
    Path directory;

    @Test
    void withoutTheSdkOnTheClassPathItsHeadersServe(SpotBugsRunner spotBugs) {
        Analysis analysis = Analysis.of(spotBugs, List.of(Shop.in(directory).classes()), List.of());
        assertThat(analysis.errors()).isEmpty();
        assertThat(analysis.lines()).containsExactly(Shop.CLOCK, Shop.NAME, Shop.PRINTED, Shop.PRINTED_WITHIN);
    }

    @Test
    void nestedClassesThatAreNoTargetsBelongToTheirClass(SpotBugsRunner spotBugs) {
        Shop shop = Shop.in(directory);
        Analysis analysis = Analysis.of(spotBugs, List.of(shop.handler()), with(shop.classes()));
        assertThat(analysis.lines()).contains(Shop.PRINTED_WITHIN);
    }

    @Test
    void classesThatAreMissingAreNamed(SpotBugsRunner spotBugs) throws IOException {
        Shop shop = Shop.in(directory);
        Files.delete(shop.classes().resolve("shop/Clock.class"));
        Analysis analysis = Analysis.of(spotBugs, List.of(shop.classes()), Shop.classPath());
        assertThat(analysis.missing()).containsExactly("shop.Clock");
        assertThat(analysis.errors()).isEmpty();
        assertThat(analysis.lines()).containsExactly(Shop.PRINTED, Shop.PRINTED_WITHIN);
    }

    @Test
    void codeThatCannotBeReadIsNamed(SpotBugsRunner spotBugs) throws IOException {
        Shop shop = Shop.in(directory);
        Files.write(shop.classes().resolve("shop/Clock.class"), clockThatTakesFromAnEmptyStack());
        Analysis analysis = Analysis.of(spotBugs, List.of(shop.classes()), Shop.classPath());
        assertThat(analysis.errors()).contains("replay-lint: shop.Clock has code that cannot be read in now");
        assertThat(analysis.lines()).containsExactly(Shop.PRINTED, Shop.PRINTED_WITHIN);
    }

    private static byte[] clockThatTakesFromAnEmptyStack() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, 0, "shop/Clock", null, "java/lang/Object", null);
        MethodVisitor now = writer.visitMethod(Opcodes.ACC_STATIC, "now", "()J", null, null);
        now.visitCode();
        now.visitInsn(Opcodes.POP);
        now.visitInsn(Opcodes.LCONST_0);
        now.visitInsn(Opcodes.LRETURN);
        now.visitMaxs(2, 0);
        now.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** SpotBugs ends with whatever is thrown from a detector's end. */
    @Test
    void nothingIsThrown() {
        List<String> errors = new ArrayList<>();
        var reporter = new BugCollectionBugReporter(new Project()) {
            @Override
            public void logError(String message, Throwable e) {
                errors.add(message);
            }
        };
        ReplayDetector detector = new ReplayDetector(reporter);
        detector.finishPass();
        assertThat(errors).isEmpty();
        // Outside of an analysis there is no class path.
        detector.visitClass(DescriptorFactory.createClassDescriptorFromDottedClassName("a.A"));
        detector.finishPass();
        assertThat(errors).containsExactly("replay-lint: the analysis failed, please report this");
    }

    private static List<Path> with(Path more) {
        List<Path> path = new ArrayList<>(List.of(more));
        path.addAll(Shop.classPath());
        return path;
    }
}
