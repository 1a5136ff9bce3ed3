package dev.replaylint.source.attribution;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.replaylint.bytecode.ClassFileIndex;
import dev.replaylint.bytecode.ClassPath;
import dev.replaylint.program.MethodKey;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Keys of calls must be those that javac writes into class files, or the two front ends see different methods. */
class ClassFileOwnersTest {

    @TempDir
    Path classes;

    private ParsedFiles units = ParsedFiles.ofText();

    @Test
    void callsHaveTheOwnersAndDescriptorsOfClassFiles() throws IOException {
        List<Path> files = Corpus.files();
        compile(files);
        Set<MethodKey> written = invocations();
        List<String> missing = new ArrayList<>();
        int compared = 0;
        Attribution attribution = attribute(files);
        for (CompilationUnit unit : units.units().values()) {
            for (Node call : unit.findAll(Node.class, ClassFileOwnersTest::isWritten)) {
                Resolved resolved = attribution.resolved(call).orElse(null);
                if (resolved != null && resolved.confidence() == Confidence.EXACT) {
                    compared++;
                    MethodKey key = new MethodKey(
                            resolved.owner(),
                            resolved.method().name(),
                            resolved.method().descriptor());
                    if (!written.contains(key)) {
                        missing.add(key + " at " + call.getBegin().orElseThrow());
                    }
                }
            }
        }
        System.out.println("calls against class files: " + compared + ", differing: " + missing);
        assertThat(compared).isGreaterThan(10_000);
        assertWithMessage(String.join("\n", missing))
                .that((double) missing.size() / compared)
                .isLessThan(0.001);
    }

    private Attribution attribute(List<Path> files) {
        List<Path> entries = Arrays.stream(Corpus.classPath().split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        units = ParsedFiles.of(files);
        SourceTypes types = new SourceTypes(ClassFileIndex.of(ClassPath.open(entries)), units);
        Attribution attribution = new Attribution(types);
        units.units().values().forEach(u -> u.getTypes().forEach(attribution::attribute));
        return attribution;
    }

    /** Array clones have the array's class as owner, anonymous and local classes constructors with captured values. */
    private static boolean isWritten(Node node) {
        if (node instanceof MethodCallExpr m) {
            return !m.getNameAsString().equals("clone");
        }
        return node instanceof ObjectCreationExpr o
                && o.getAnonymousClassBody().isEmpty()
                && !o.getType().getNameAsString().equals("Local");
    }

    private void compile(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", Corpus.classPath());
            boolean compiled = compiler.getTask(
                            null, manager, d -> {}, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(compiled).isTrue();
        }
    }

    private Set<MethodKey> invocations() throws IOException {
        Set<MethodKey> found = new HashSet<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                new ClassReader(Files.readAllBytes(file)).accept(new Invocations(found), ClassReader.SKIP_DEBUG);
            }
        }
        return found;
    }

    private static final class Invocations extends ClassVisitor {
        private final Set<MethodKey> found;

        Invocations(Set<MethodKey> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                    found.add(new MethodKey(owner.replace('/', '.'), called, type));
                }
            };
        }
    }
}
