package dev.replaylint.bytecode;

import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Names;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.MethodHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /** The newest class file version that ASM knows. */
    static final int NEWEST = Opcodes.V27;

    private static final int NO_CODE = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

    /** ASM's own pseudo flags are above those of class files. */
    private static final int FLAGS = 0xFFFF;

    /** Where a local or anonymous class is declared; without method name in initializers (JVMS 4.7.7). */
    private record Enclosing(String owner, String name, String descriptor) {}

    private final Function<String, Optional<BinaryHeader>> headers;
    private final BinaryHeader.Parts parts = new BinaryHeader.Parts();
    private final List<Runnable> members = new ArrayList<>();
    private String signature = "";
    private List<String> interfaceNames = List.of();
    private Optional<Enclosing> enclosing = Optional.empty();
    private boolean keepsInstance;
    private int captured;

    private HeaderReader(Function<String, Optional<BinaryHeader>> headers) {
        super(Opcodes.ASM9);
        this.headers = headers;
    }

    /**
     * The header of a class file. Throws some unchecked exception if it is damaged.
     *
     * @param headers where enclosing classes are found
     */
    static BinaryHeader read(byte[] bytes, Function<String, Optional<BinaryHeader>> headers) {
        HeaderReader reader = new HeaderReader(headers);
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
        parts.flags = access & FLAGS;
        parts.simpleName = parts.name.substring(parts.name.lastIndexOf('.') + 1);
        signature = generic == null ? "" : generic;
        parts.superName = superclass == null ? "" : superclass;
        interfaceNames = interfaces == null ? List.of() : List.of(interfaces);
    }

    @Override
    public void visitOuterClass(String owner, @Nullable String name, @Nullable String descriptor) {
        enclosing = Optional.of(
                new Enclosing(Names.binary(owner), name == null ? "" : name, descriptor == null ? "" : descriptor));
    }

    @Override
    public void visitInnerClass(String name, @Nullable String outer, @Nullable String inner, int access) {
        String binary = Names.binary(name);
        if (binary.equals(parts.name)) {
            parts.outer = Optional.ofNullable(outer).map(Names::binary);
            parts.simpleName = inner == null ? "" : inner;
            parts.flags = access & FLAGS;
        } else if (outer != null && Names.binary(outer).equals(parts.name) && inner != null) {
            parts.memberClasses.add(binary);
        }
    }

    @Override
    public void visitPermittedSubclass(String name) {
        parts.sealed = true;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        parts.annotations.add(simpleName(descriptor));
        return null;
    }

    /** Last name in a descriptor; by hand, since ASM answers a damaged one with an {@link AssertionError}. */
    static String simpleName(String descriptor) {
        if (!descriptor.startsWith("L") || !descriptor.endsWith(";")) {
            throw new IllegalArgumentException("no annotation is described by " + descriptor);
        }
        int start = Math.max(descriptor.lastIndexOf('/'), descriptor.lastIndexOf('$'));
        return descriptor.substring(Math.max(start, 0) + 1, descriptor.length() - 1);
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String generic, @Nullable Object value) {
        if ((access & Opcodes.ACC_SYNTHETIC) != 0) {
            keepsInstance |= name.startsWith("this$");
            captured += name.startsWith(FieldKey.CAPTURED) ? 1 : 0;
            return null;
        }
        List<String> annotations = new ArrayList<>();
        members.add(() -> {
            JavaType type = readable(() -> Signatures.type(generic == null ? descriptor : generic, parts.scope))
                    .orElseGet(() -> Signatures.type(descriptor, parts.scope));
            parts.fields.add(
                    new FieldHeader(parts.name, name, type, access & FLAGS, constant(value, descriptor), annotations));
        });
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                annotations.add(simpleName(annotation));
                return null;
            }
        };
    }

    /** The JVM ignores generic signatures, so some tools leave wrong ones behind: the descriptor is right then. */
    private static <T> Optional<T> readable(Supplier<T> signature) {
        try {
            return Optional.of(signature.get());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
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
        List<String> onParameters = new ArrayList<>();
        members.add(() -> parts.methods.add(method(access, name, descriptor, generic, annotations, onParameters)));
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                annotations.add(simpleName(annotation));
                return null;
            }

            @Override
            public @Nullable AnnotationVisitor visitParameterAnnotation(
                    int parameter, String annotation, boolean visible) {
                onParameters.add(simpleName(annotation));
                return null;
            }
        };
    }

    private MethodHeader method(
            int access,
            String name,
            String descriptor,
            @Nullable String generic,
            List<String> annotations,
            List<String> onParameters) {
        int all = Type.getArgumentCount(descriptor);
        Signatures.OfMethod types = Optional.ofNullable(generic)
                .flatMap(g -> readable(() -> Signatures.method(g, parts.scope)))
                .filter(m -> m.parameters().size() <= all)
                .orElseGet(() -> Signatures.method(descriptor, parts.scope));
        List<JavaType> parameters = types.parameters();
        if (name.equals("<init>") && parameters.size() == all) {
            parameters = declared(parameters);
        }
        int flags = access & FLAGS;
        return new MethodHeader(
                parts.name,
                name,
                types.variables(),
                parameters,
                types.result(),
                descriptor,
                flags,
                annotations,
                onParameters);
    }

    /**
     * The parameters without those that the compiler adds: name and ordinal, enclosing instance, captured variables.
     * Signatures leave them out already (JVMS 4.7.9.1); descriptors have them.
     */
    private List<JavaType> declared(List<JavaType> parameters) {
        int all = parameters.size();
        int from = Math.min(all, addedInFront());
        return parameters.subList(from, Math.max(from, all - captured));
    }

    private int addedInFront() {
        if ((parts.flags & Opcodes.ACC_ENUM) != 0) {
            return 2;
        }
        boolean member = parts.outer.isPresent() && !isStatic();
        return member || keepsInstance || isInInstanceMethod() ? 1 : 0;
    }

    private boolean isStatic() {
        return (parts.flags & (Opcodes.ACC_STATIC | Opcodes.ACC_INTERFACE)) != 0;
    }

    /** Since Java 18 the field of an unused enclosing instance is left out, its parameter is not. */
    private boolean isInInstanceMethod() {
        return !isStatic() && enclosingMethod().filter(m -> !m.isStatic()).isPresent();
    }

    private Optional<MethodHeader> enclosingMethod() {
        return enclosing.flatMap(e -> enclosingClass(e.owner())
                .flatMap(c -> c.methods().stream()
                        .filter(m -> m.name().equals(e.name()) && m.descriptor().equals(e.descriptor()))
                        .findFirst()));
    }

    /** Names of enclosing classes get shorter outwards, which keeps damaged files from enclosing each other. */
    private Optional<BinaryHeader> enclosingClass(String name) {
        return parts.name.startsWith(name + "$") ? headers.apply(name) : Optional.empty();
    }

    private void finish() {
        if (!isStatic()) {
            parts.outer
                    .or(() -> enclosing.map(Enclosing::owner))
                    .flatMap(this::enclosingClass)
                    .ifPresent(c -> parts.scope.putAll(c.scope()));
            enclosingMethod().ifPresent(m -> m.typeParameters().forEach(v -> parts.scope.put(v.name(), v)));
        }
        Optional<Signatures.OfClass> generic =
                signature.isEmpty() ? Optional.empty() : readable(() -> Signatures.ofClass(signature, parts.scope));
        generic.ifPresentOrElse(this::supertypes, this::erasedSupertypes);
        if ((parts.flags & Opcodes.ACC_INTERFACE) != 0) {
            parts.superclass = Optional.empty();
        }
        members.forEach(Runnable::run);
    }

    private void supertypes(Signatures.OfClass generic) {
        parts.typeParameters.addAll(generic.variables());
        parts.superclass = generic.superclass();
        parts.interfaces.addAll(generic.interfaces());
    }

    private void erasedSupertypes() {
        String name = parts.superName;
        parts.superclass = name.isEmpty() ? Optional.empty() : Optional.of(Signatures.classType(name));
        interfaceNames.forEach(i -> parts.interfaces.add(Signatures.classType(i)));
    }
}
