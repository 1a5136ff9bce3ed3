package dev.replaylint.bytecode;

import dev.replaylint.program.Names;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassIndex;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.MethodHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads the header of one class file. */
final class HeaderReader extends ClassVisitor {

    private static final int NO_CODE = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

    private final ClassIndex index;
    private final BinaryHeader.Parts parts = new BinaryHeader.Parts();
    private final Map<String, TypeVariable> variables = new HashMap<>();
    private final List<Runnable> members = new ArrayList<>();
    private String signature = "";
    private String superName = "";
    private List<String> interfaceNames = List.of();

    private HeaderReader(ClassIndex index) {
        super(Opcodes.ASM9);
        this.index = index;
    }

    static ClassHeader read(byte[] bytes, ClassIndex index) {
        HeaderReader reader = new HeaderReader(index);
        new ClassReader(bytes).accept(reader, NO_CODE);
        reader.finish();
        return reader.parts.build();
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String generic,
            @Nullable String superclass,
            String @Nullable [] interfaces) {
        parts.name = Names.binary(name);
        parts.flags = access;
        parts.simpleName = parts.name.substring(parts.name.lastIndexOf('.') + 1);
        signature = generic == null ? "" : generic;
        superName = superclass == null ? "" : superclass;
        interfaceNames = interfaces == null ? List.of() : List.of(interfaces);
    }

    @Override
    public void visitInnerClass(String name, @Nullable String outer, @Nullable String inner, int access) {
        String binary = Names.binary(name);
        if (binary.equals(parts.name)) {
            parts.outer = Optional.ofNullable(outer).map(Names::binary);
            parts.simpleName = inner == null ? "" : inner;
            parts.flags = access;
        } else if (outer != null && Names.binary(outer).equals(parts.name) && inner != null) {
            parts.memberClasses.add(binary);
        }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        parts.annotations.add(simpleName(descriptor));
        return null;
    }

    private static String simpleName(String descriptor) {
        String name = Type.getType(descriptor).getClassName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String generic, @Nullable Object value) {
        if ((access & Opcodes.ACC_SYNTHETIC) == 0) {
            members.add(() -> parts.fields.add(new FieldHeader(
                    parts.name,
                    name,
                    Signatures.type(generic == null ? descriptor : generic, variables),
                    access,
                    constant(value, descriptor))));
        }
        return null;
    }

    /** The class file keeps small constants as ints (JVMS 4.7.2). */
    private static Optional<Object> constant(@Nullable Object value, String descriptor) {
        if (value instanceof Integer number) {
            return Optional.of(
                    switch (descriptor) {
                        case "Z" -> number != 0;
                        case "C" -> (char) number.intValue();
                        default -> number;
                    });
        }
        return Optional.ofNullable(value);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String generic, String @Nullable [] exceptions) {
        boolean hidden = (access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) != 0 || name.equals("<clinit>");
        if (hidden) {
            return null;
        }
        List<String> annotations = new ArrayList<>();
        members.add(() -> parts.methods.add(method(access, name, descriptor, generic, annotations)));
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                annotations.add(simpleName(annotation));
                return null;
            }
        };
    }

    private MethodHeader method(
            int access, String name, String descriptor, @Nullable String generic, List<String> annotations) {
        Signatures.OfMethod types = Signatures.method(generic == null ? descriptor : generic, variables);
        int added = name.equals("<init>") && generic == null ? addedByCompiler() : 0;
        List<dev.replaylint.program.type.JavaType> parameters = types.parameters()
                .subList(
                        Math.min(added, types.parameters().size()),
                        types.parameters().size());
        return new MethodHeader(
                parts.name, name, types.variables(), parameters, types.result(), descriptor, access, annotations);
    }

    /** Signatures leave these parameters out already (JVMS 4.7.9.1); descriptors have them. */
    private int addedByCompiler() {
        if ((parts.flags & Opcodes.ACC_ENUM) != 0) {
            return 2;
        }
        boolean inner = parts.outer.isPresent() && (parts.flags & (Opcodes.ACC_STATIC | Opcodes.ACC_INTERFACE)) == 0;
        return inner ? 1 : 0;
    }

    private void finish() {
        boolean inner = (parts.flags & Opcodes.ACC_STATIC) == 0;
        parts.outer
                .filter(o -> inner && !o.equals(parts.name))
                .flatMap(index::find)
                .ifPresent(o -> o.typeParameters().forEach(v -> variables.put(v.name(), v)));
        if (signature.isEmpty()) {
            parts.superclass = superName.isEmpty() ? Optional.empty() : Optional.of(Signatures.classType(superName));
            interfaceNames.forEach(i -> parts.interfaces.add(Signatures.classType(i)));
        } else {
            Signatures.OfClass generic = Signatures.ofClass(signature, variables);
            parts.typeParameters.addAll(generic.variables());
            parts.superclass = generic.superclass();
            parts.interfaces.addAll(generic.interfaces());
        }
        if ((parts.flags & Opcodes.ACC_INTERFACE) != 0) {
            parts.superclass = Optional.empty();
        }
        parts.isRecord = superName.equals("java/lang/Record");
        members.forEach(Runnable::run);
    }
}
