package dev.replaylint.bytecode;

import dev.replaylint.program.Body;
import dev.replaylint.program.BodyShape;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** The code of one class: which methods are lambdas, where they stand, and what they capture. */
final class ClassCode {

    /** What would make several parts of a path out of a name, on any system. */
    private static final Pattern NO_PART = Pattern.compile("[/\\\\:]");

    /** Where a lambda is made: which method, and with how many captured values. */
    private record Creation(MethodNode method, int captured) {}

    private final ClassNode node;
    private final String name;
    private final String file;
    private final FieldOwners fields;
    private final SwitchMaps maps;
    private final Map<String, MethodNode> methods = new HashMap<>();
    private final Map<String, Creation> lambdas = new HashMap<>();

    ClassCode(ClassNode node, FieldOwners fields, SwitchMaps maps) {
        this.node = node;
        this.fields = fields;
        this.maps = maps;
        this.name = Names.binary(node.name);
        this.file = file(node);
        node.methods.forEach(m -> methods.put(m.name + m.desc, m));
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                    Functions.implementation(dynamic).ifPresent(h -> created(h, dynamic, method));
                }
            }
        }
    }

    /** The file that a class was compiled from, by its path below the source root. */
    static String file(ClassNode node) {
        int slash = node.name.lastIndexOf('/');
        String simple = node.name.substring(slash + 1);
        int dollar = simple.indexOf('$', 1);
        String top = dollar < 0 ? simple : simple.substring(0, dollar);
        String source = isFileName(node.sourceFile)
                ? node.sourceFile
                : NO_PART.matcher(top).replaceAll("_") + ".java";
        return node.name.substring(0, slash + 1) + source;
    }

    /** JVMS 4.7.10 has a name without directories there; class files that no compiler wrote may climb out of the source root. */
    private static boolean isFileName(@Nullable String name) {
        return name != null
                && !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && !NO_PART.matcher(name).find();
    }

    private void created(Handle implementation, InvokeDynamicInsnNode dynamic, MethodNode method) {
        MethodNode target = methods.get(implementation.getName() + implementation.getDesc());
        if (target == null
                || !implementation.getOwner().equals(node.name)
                || (target.access & Opcodes.ACC_SYNTHETIC) == 0) {
            return;
        }
        int captured = Type.getArgumentTypes(dynamic.desc).length;
        boolean receiver = (target.access & Opcodes.ACC_STATIC) == 0;
        lambdas.put(target.name + target.desc, new Creation(method, receiver ? captured - 1 : captured));
    }

    Optional<Body> body(MethodKey key) {
        MethodNode method = methods.get(key.name() + key.descriptor());
        if (method == null || method.instructions.size() == 0 || isMadeForRecord(method)) {
            return Optional.empty();
        }
        return Optional.of(new BodyReader(name, file, method, shape(method), fields, maps).read());
    }

    /** Whether the platform compares, hashes or shows the components (java.lang.runtime.ObjectMethods); sources have no such method. */
    private static boolean isMadeForRecord(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof InvokeDynamicInsnNode dynamic
                    && dynamic.bsm.getOwner().equals("java/lang/runtime/ObjectMethods")) {
                return true;
            }
        }
        return false;
    }

    private BodyShape shape(MethodNode method) {
        Creation creation = lambdas.get(method.name + method.desc);
        BodyShape.Kind kind = creation != null
                ? BodyShape.Kind.LAMBDA
                : switch (method.name) {
                    case MethodKey.CONSTRUCTOR -> BodyShape.Kind.CONSTRUCTOR;
                    case MethodKey.STATIC_INITIALIZER -> BodyShape.Kind.STATIC_INITIALIZER;
                    default -> BodyShape.Kind.METHOD;
                };
        return new BodyShape(
                kind,
                (method.access & Opcodes.ACC_STATIC) == 0,
                Descriptors.parameters(method.desc),
                creation == null ? 0 : creation.captured(),
                enclosing(method),
                new Location(file, firstLine(method), 0),
                (method.access & Opcodes.ACC_SYNCHRONIZED) != 0);
    }

    /** Lambdas of ecj have no method in their names, so the instruction that makes them is asked. */
    private MethodKey enclosing(MethodNode method) {
        MethodNode at = method;
        Creation creation = lambdas.get(at.name + at.desc);
        while (creation != null) {
            at = creation.method();
            creation = creation.method() == method ? null : lambdas.get(at.name + at.desc);
        }
        return outerMethod().filter(m -> !isNamedClass()).orElse(new MethodKey(name, at.name, at.desc));
    }

    private boolean isNamedClass() {
        return node.outerMethod == null;
    }

    /** For anonymous and local classes, the method they stand in (JVMS 4.7.7). */
    private Optional<MethodKey> outerMethod() {
        return node.outerClass == null || node.outerMethod == null
                ? Optional.empty()
                : Optional.of(new MethodKey(Names.binary(node.outerClass), node.outerMethod, node.outerMethodDesc));
    }

    private static int firstLine(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return 0;
    }
}
