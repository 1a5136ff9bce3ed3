package dev.replaylint.tools;

import dev.replaylint.tools.IdempotencyTokens.Found;
import dev.replaylint.tools.IdempotencyTokens.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** A jar with clients of the SDK: their methods say which requests there are, static initializers of these what is filled in. */
final class SdkJar {

    private static final String SERVICES = "software/amazon/awssdk/services/";

    private SdkJar() {}

    static void read(Path file, Found found) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.startsWith(SERVICES) && name.endsWith("Client.class")) {
                    readClient(jar, node(jar, name), found);
                }
            }
        }
    }

    private static void readClient(JarFile jar, ClassNode client, Found found) throws IOException {
        if ((client.access & Opcodes.ACC_INTERFACE) == 0) {
            return;
        }
        String service = client.name
                .substring(SERVICES.length(), client.name.lastIndexOf('/'))
                .replace('/', '.');
        for (MethodNode method : client.methods) {
            Type[] parameters = Type.getArgumentTypes(method.desc);
            String request = parameters.length == 0 ? "" : parameters[0].getInternalName() + ".class";
            boolean paginator = method.name.endsWith("Paginator");
            if (request.endsWith("Request.class") && !paginator && jar.getEntry(request) != null) {
                Operation operation = new Operation(service, method.name);
                members(node(jar, request)).forEach((setter, filled) -> found.add(operation, setter, filled));
            }
        }
    }

    /** The members of a request by their getters, which are called as the setters are, and whether each is filled in. */
    private static Map<String, Boolean> members(ClassNode request) {
        Map<String, Boolean> members = new HashMap<>();
        String current = "";
        for (MethodNode method : request.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof InvokeDynamicInsnNode made && isGetter(made, request)) {
                    current = ((Handle) made.bsmArgs[1]).getName();
                    members.putIfAbsent(current, false);
                } else if (instruction instanceof MethodInsnNode call && isFilled(call)) {
                    members.put(current, true);
                }
            }
        }
        return members;
    }

    private static boolean isGetter(InvokeDynamicInsnNode made, ClassNode request) {
        return made.desc.equals("()Ljava/util/function/Function;")
                && made.bsmArgs[1] instanceof Handle handle
                && handle.getOwner().equals(request.name)
                && handle.getTag() == Opcodes.H_INVOKEVIRTUAL;
    }

    private static boolean isFilled(MethodInsnNode call) {
        return call.owner.endsWith("/DefaultValueTrait") && call.name.equals("idempotencyToken");
    }

    private static ClassNode node(JarFile jar, String name) throws IOException {
        ClassNode node = new ClassNode();
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            new ClassReader(in).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
        return node;
    }
}
