package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.ReportContext;
import dev.replaylint.rule.Finding;
import dev.replaylint.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Class files that say of themselves to be compiled from somewhere else: all formats name a file beside the class, and nothing else. */
final class HostileNamesTest {

    @TempDir
    private static Path compiled;

    @TempDir
    private Path directory;

    @BeforeAll
    static void compile() {
        Programs.write(
                compiled.resolve("src"),
                Map.of(
                        HostileInput.FILE,
                        Hostile.handler("ctx.step(\"a\" + System.nanoTime(), String.class, s -> in);")));
        Programs.compile(compiled.resolve("src"), compiled.resolve("classes"), Hostile.library());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "..",
                "",
                "/etc/passwd",
                "a/B.java",
                "..\\..\\Windows\\win.ini",
                "C:\\Windows\\win.ini",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "%2e%2e%2f%2e%2e%2fpasswd",
                "\"><script>alert(1)</script>",
                "]]><script>alert(1)<!--",
                "a\nb ##[x].java",
                "\u202egnp.\ud800\u0000",
                "a b#c?d.java",
            })
    void theFileOfAClassIsBesideIt(String source) throws Exception {
        HostileInput.write(directory, HostileClasses.FILE, from(source));
        ReplayLint.Analysis analysis = new ReplayLint(Configuration.defaults())
                .withWorkflows()
                .analyze(new ReplayLint.Classes(List.of(directory), Hostile.library()));

        assertThat(analysis.report().findings()).isNotEmpty();
        for (Finding finding : analysis.report().findings()) {
            assertThat(finding.location().file()).matches("hostile/[^/\\\\:]+");
            assertThat(finding.location().file()).isNotEqualTo("hostile/..");
        }
        ReportContext context = new ReportContext("module", directory, directory, analysis.paths(), "1");
        check(AllOutputs.written(analysis.report(), context));
    }

    private static byte[] from(String source) throws IOException {
        ClassReader reader =
                new ClassReader(Files.readAllBytes(compiled.resolve("classes").resolve(HostileClasses.FILE)));
        ClassWriter writer = new ClassWriter(0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visitSource(String before, String debug) {
                        super.visitSource(source, debug);
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static void check(Map<String, String> outputs) throws Exception {
        List<String> uris = WellFormed.check(outputs);
        assertThat(uris).isNotEmpty();
        uris.forEach(u -> assertThat(u).matches("hostile/[A-Za-z0-9._~%-]+"));
    }
}
