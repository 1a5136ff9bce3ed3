package dev.replaylint.hostile;

import static dev.replaylint.hostile.HostileInput.fine;

import dev.replaylint.testing.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files of the project that are damaged, or that no compiler writes. */
final class HostileClasses {

    static final String FILE = "hostile/Hostile.class";

    /** The whole class file of a handler; made when it is first asked for. */
    private static final class Whole {
        static final byte[] BYTES = compiled();
    }

    private HostileClasses() {}

    private static byte[] compiled() {
        try {
            Path directory = Files.createTempDirectory("hostile");
            Path sources = Programs.write(
                    directory.resolve("src"),
                    Map.of(
                            HostileInput.FILE,
                            Hostile.handler("if (in != null) { ctx.step(\"a\", String.class, s -> in); }")));
            Path classes = Programs.compile(sources, directory.resolve("classes"), Hostile.library());
            byte[] bytes = Files.readAllBytes(classes.resolve(FILE));
            Hostile.delete(directory);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] whole() {
        return Whole.BYTES.clone();
    }

    static List<HostileInput> all() {
        return HostileInput.all(damaged(), cutOff(), strange());
    }

    private static List<HostileInput> damaged() {
        return List.of(
                file("a whole class", bytes -> bytes),
                lost("nothing", bytes -> new byte[0]),
                lost("only the magic number", bytes -> Arrays.copyOf(bytes, 4)),
                lost("another magic number", bytes -> changed(bytes, 0, 0xCAFED00D)),
                lost("a version that nobody knows yet", bytes -> changed(bytes, 4, 200)),
                lost("the largest version", bytes -> changed(bytes, 4, 0xFFFF)),
                lost("a constant pool of 65,535 entries", bytes -> changedShort(bytes, 8, 0xFFFF)),
                lost("an empty constant pool", bytes -> changedShort(bytes, 8, 0)),
                lost("a constant pool of noise", HostileClasses::noise),
                lost("text in place of bytes", bytes -> Hostile.handler("").getBytes()),
                lost("a class file of another class", bytes -> simple("hostile/Other", "java/lang/Object")),
                lost("a class file of the sentinel", bytes -> simple("sentinel/Sentinel", "java/lang/Object")),
                lost("17 MB", bytes -> Arrays.copyOf(bytes, 17 << 20)));
    }

    private static HostileInput file(String name, UnaryOperator<byte[]> change) {
        return fine(name, root -> HostileInput.write(root, FILE, change.apply(whole())));
    }

    private static HostileInput lost(String name, UnaryOperator<byte[]> change) {
        return file(name, change).refused(FILE, 0, "");
    }

    private static byte[] changed(byte[] bytes, int at, int value) {
        ByteBuffer.wrap(bytes).putInt(at, value);
        return bytes;
    }

    private static byte[] changedShort(byte[] bytes, int at, int value) {
        ByteBuffer.wrap(bytes).putShort(at, (short) value);
        return bytes;
    }

    private static byte[] noise(byte[] bytes) {
        Random random = new Random(3);
        for (int i = 10; i < 500; i++) {
            bytes[i] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static List<HostileInput> cutOff() {
        List<HostileInput> inputs = new ArrayList<>();
        for (int i = 1; i < 20; i++) {
            int part = i;
            inputs.add(lost("a class cut off behind " + 5 * i + " %", b -> Arrays.copyOf(b, b.length * part / 20)));
        }
        return inputs;
    }

    private static List<HostileInput> strange() {
        return List.of(
                fine(
                        "a class that extends itself",
                        root -> HostileInput.write(root, "hostile/A.class", simple("hostile/A", "hostile/A"))),
                fine("classes that extend each other", root -> {
                    HostileInput.write(root, "hostile/A.class", simple("hostile/A", "hostile/B"));
                    HostileInput.write(root, "hostile/B.class", simple("hostile/B", "hostile/A"));
                }),
                fine(
                        "a superclass that is not there",
                        root -> HostileInput.write(root, "hostile/A.class", simple("hostile/A", "no/Such"))),
                fine(
                        "a class without a superclass",
                        root -> HostileInput.write(root, "hostile/A.class", simple("hostile/A", null))),
                fine(
                        "code of 60,000 instructions",
                        root -> HostileInput.write(root, "hostile/A.class", longCode(60_000))),
                fine("code that jumps in a circle", root -> HostileInput.write(root, "hostile/A.class", endless())),
                fine(
                        "a directory with the name of a class file",
                        root -> Files.createDirectories(root.resolve("hostile/A.class"))),
                fine("a link to itself", root -> link(root, "A.class")),
                fine("a link out of the directory", root -> link(root, "/etc/passwd")),
                fine("names that are none", root -> {
                    HostileInput.write(root, "a-b/A.class", new byte[10]);
                    HostileInput.write(root, "META-INF/versions/9/A.class", new byte[10]);
                }),
                fine("a module and a package", root -> {
                    HostileInput.write(root, "module-info.class", new byte[10]);
                    HostileInput.write(root, "hostile/package-info.class", new byte[10]);
                }));
    }

    private static void link(Path root, String target) throws IOException {
        Files.createDirectories(root.resolve("hostile"));
        Files.createSymbolicLink(root.resolve("hostile/A.class"), Path.of(target));
    }

    static byte[] simple(String name, String superclass) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, superclass, null);
        writer.visitField(
                0,
                Hostile.WORDS.replace('.', '_'),
                "L" + Hostile.WORDS.replace('.', '/') + "/DurableContext;",
                null,
                null);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] longCode(int length) {
        return code(m -> {
            for (int i = 0; i < length; i++) {
                m.visitInsn(i % 2 == 0 ? Opcodes.ICONST_1 : Opcodes.POP);
            }
            m.visitInsn(Opcodes.RETURN);
        });
    }

    private static byte[] endless() {
        return code(m -> {
            Label here = new Label();
            m.visitLabel(here);
            m.visitJumpInsn(Opcodes.GOTO, here);
        });
    }

    private static byte[] code(java.util.function.Consumer<MethodVisitor> write) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "hostile/A", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(
                Opcodes.ACC_PUBLIC, "m", "(L" + Hostile.WORDS.replace('.', '/') + "/DurableContext;)V", null, null);
        method.visitCode();
        write.accept(method);
        method.visitMaxs(2, 2);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
