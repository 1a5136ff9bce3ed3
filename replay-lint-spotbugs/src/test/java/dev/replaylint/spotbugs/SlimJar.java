package dev.replaylint.spotbugs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.tree.ClassNode;

/**
 * Takes from the packaged jar what nobody needs at run time: generic signatures (JVMS 4.7.9), declared exceptions (4.7.5), what inner
 * classes are called (4.7.6) and records made of (4.7.30), which only compilers and reflection read, comments of the catalogue, tables
 * for switches over enums, what records of the model show of themselves, and debugging information: methods are short, and stack traces name them. Functions get short names, and are
 * linked by {@link Links}. What is left is compressed by {@link TightJar}.
 */
public final class SlimJar {

    private static final String CLASS = ".class";

    /** What methods of lambdas are called, before the method they are in. */
    private static final String FUNCTION = "lambda$";

    /** Records of which no text is made. */
    private static final String MODEL = "dev/replaylint/durable/";

    /** But for these: keys of maps are told apart by theirs. */
    private static final String NAMED = MODEL + "body/";

    private static final String OWN = Links.class.getName().replace('.', '/');

    /** The bootstrap methods of the platform that {@link Links} stands for. */
    private static final Set<String> LINKED = Set.of("metafactory", "makeConcatWithConstants", "bootstrap");

    private SlimJar() {}

    /** Rewrites the jar that is named. */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Map<ZipEntry, byte[]> entries = new LinkedHashMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(e -> !e.isDirectory()).toList()) {
                byte[] bytes = file.getInputStream(entry).readAllBytes();
                entries.put(renewed(entry), bytes);
            }
        }
        slim(entries);
        TightJar.write(jar, entries);
    }

    private static ZipEntry renewed(ZipEntry entry) {
        ZipEntry renewed = new ZipEntry(entry.getName());
        renewed.setTime(entry.getTime());
        return renewed;
    }

    private static void slim(Map<ZipEntry, byte[]> entries) {
        OrdinalSwitches classes = new OrdinalSwitches(entries.entrySet().stream()
                .filter(e -> isClass(e.getKey()))
                .map(Map.Entry::getValue)
                .toList());
        entries.keySet().removeIf(e -> isClass(e) && classes.of(className(e)) == null);
        entries.replaceAll((entry, bytes) -> isClass(entry) ? slim(classes.of(className(entry))) : bytes);
        entries.replaceAll((entry, bytes) -> isCatalogue(entry) ? withoutComments(bytes) : bytes);
    }

    private static boolean isCatalogue(ZipEntry entry) {
        return entry.getName().contains("/catalog/") && entry.getName().endsWith(".txt");
    }

    private static byte[] withoutComments(byte[] catalogue) {
        String lines = new String(catalogue, UTF_8)
                .lines()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .collect(Collectors.joining("\n"));
        return lines.replaceAll(" +", " ").getBytes(UTF_8);
    }

    private static byte[] slim(ClassNode read) {
        ClassWriter writer = new ClassWriter(0);
        read.accept(new WithoutSignatures(writer));
        return SortedConstants.of(writer.toByteArray());
    }

    private static boolean isClass(ZipEntry entry) {
        return entry.getName().endsWith(CLASS);
    }

    private static String className(ZipEntry entry) {
        String name = entry.getName();
        return name.substring(0, name.length() - CLASS.length());
    }

    /** The compiler numbers the functions of a class, and puts the names of their methods before that, which the stack trace has as well. */
    private static String shortened(String method) {
        return method.startsWith(FUNCTION)
                ? FUNCTION.charAt(0) + method.substring(method.lastIndexOf('$') + 1)
                : method;
    }

    private static final class WithShortNames extends MethodVisitor {

        WithShortNames(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] shorter = Stream.of(arguments)
                    .map(a -> a instanceof Handle handle ? shortened(handle) : a)
                    .toArray();
            super.visitInvokeDynamicInsn(name, descriptor, linking(bootstrap), shorter);
        }

        private static Handle linking(Handle bootstrap) {
            return LINKED.contains(bootstrap.getName())
                    ? new Handle(Opcodes.H_INVOKESTATIC, OWN, Links.METHOD, Links.DESCRIPTOR, false)
                    : bootstrap;
        }

        private static Handle shortened(Handle handle) {
            return new Handle(
                    handle.getTag(),
                    handle.getOwner(),
                    SlimJar.shortened(handle.getName()),
                    handle.getDesc(),
                    handle.isInterface());
        }
    }

    private static final class WithoutSignatures extends ClassVisitor {

        private boolean silent;

        WithoutSignatures(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            silent = (access & Opcodes.ACC_RECORD) != 0 && name.startsWith(MODEL) && !name.startsWith(NAMED);
            super.visit(version, access & ~Opcodes.ACC_RECORD, name, null, superName, interfaces);
        }

        @Override
        public FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            return super.visitField(access, name, descriptor, null, value);
        }

        /** What the compiler lets a record show of itself is final (JLS 8.10.3), and for debuggers. */
        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            if (silent && name.equals("toString") && (access & Opcodes.ACC_FINAL) != 0) {
                return null;
            }
            return new WithShortNames(super.visitMethod(access, shortened(name), descriptor, null, null));
        }

        /** Who is nested in whom is for compilers and reflection; who may use whose private members is said elsewhere (JVMS 4.7.28). */
        @Override
        public void visitInnerClass(String name, @Nullable String outer, @Nullable String inner, int access) {
            // Left out.
        }

        /** What a record is made of is for reflection (JVMS 4.7.30); its own methods know it. */
        @Override
        public @Nullable RecordComponentVisitor visitRecordComponent(
                String name, String descriptor, @Nullable String signature) {
            return null;
        }

        @Override
        public void visitOuterClass(String owner, @Nullable String method, @Nullable String descriptor) {
            // Left out, as inner classes are.
        }
    }
}
