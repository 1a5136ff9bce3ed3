package dev.replaylint.bytecode;

import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Instructions that make lambdas and method references. */
final class Functions {

    private Functions() {}

    /** What the made function calls; empty if the instruction makes something else. */
    static Optional<Handle> implementation(InvokeDynamicInsnNode dynamic) {
        boolean makesFunction = dynamic.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory");
        return makesFunction && dynamic.bsmArgs[1] instanceof Handle handle ? Optional.of(handle) : Optional.empty();
    }
}
