package dev.replaylint.spotbugs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/**
 * Takes from the packaged jar what nobody needs at run time: generic signatures (JVMS 4.7.9), declared exceptions (4.7.5) and what inner
 * classes of the platform are called (4.7.6), which only compilers and reflection read, and debugging information of the library in it.
 * Of the lines of our own code the first one of each method stays: methods are short, and reports of defects name them.
 */
public final class SlimJar {

    private static final String LIBRARY = "/snakeyaml/";

    private SlimJar() {}

    /** Rewrites the jar that is named. */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Map<ZipEntry, byte[]> entries = new LinkedHashMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(e -> !e.isDirectory()).toList()) {
                byte[] bytes = file.getInputStream(entry).readAllBytes();
                entries.put(renewed(entry), entry.getName().endsWith(".class") ? slim(entry.getName(), bytes) : bytes);
            }
        }
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<ZipEntry, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(entry.getKey());
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    private static ZipEntry renewed(ZipEntry entry) {
        ZipEntry renewed = new ZipEntry(entry.getName());
        renewed.setTime(entry.getTime());
        return renewed;
    }

    private static byte[] slim(String name, byte[] bytes) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes)
                .accept(new WithoutSignatures(writer), name.contains(LIBRARY) ? ClassReader.SKIP_DEBUG : 0);
        return writer.toByteArray();
    }

    private static final class WithFirstLine extends MethodVisitor {

        private boolean told;

        WithFirstLine(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitLineNumber(int line, Label start) {
            if (!told) {
                super.visitLineNumber(line, start);
            }
            told = true;
        }
    }

    private static final class WithoutSignatures extends ClassVisitor {

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
            super.visit(version, access, name, null, superName, interfaces);
        }

        @Override
        public FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            return super.visitField(access, name, descriptor, null, value);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new WithFirstLine(super.visitMethod(access, name, descriptor, null, null));
        }

        /** Every class with a lambda has an entry for {@code MethodHandles.Lookup}. */
        @Override
        public void visitInnerClass(String name, @Nullable String outer, @Nullable String inner, int access) {
            if (!name.startsWith("java/")) {
                super.visitInnerClass(name, outer, inner, access);
            }
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
            return super.visitRecordComponent(name, descriptor, null);
        }
    }
}
