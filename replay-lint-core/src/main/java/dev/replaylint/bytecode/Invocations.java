package dev.replaylint.bytecode;

import dev.replaylint.program.BodyBuilder;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Names;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls, allocations, and what {@code invokedynamic} makes: functions, concatenated text, record methods. */
final class Invocations {

    private static final char HOLE = '\u0001';
    private static final char CONSTANT = '\u0002';

    private final BodyBuilder builder;
    private final OperandStack stack;
    private final Supplier<Location> here;

    Invocations(BodyBuilder builder, OperandStack stack, Supplier<Location> here) {
        this.builder = builder;
        this.stack = stack;
        this.here = here;
    }

    void call(MethodInsnNode call) {
        List<Value> arguments = stack.pop(Descriptors.parameters(call.desc).size());
        String owner = call.owner.startsWith("[") ? "java.lang.Object" : Names.binary(call.owner);
        MethodKey target = new MethodKey(owner, call.name, call.desc);
        if (call.getOpcode() == Opcodes.INVOKESTATIC) {
            push(builder.call(target, Dispatch.STATIC, Optional.empty(), arguments, false, here.get()), call.desc);
            return;
        }
        Value receiver = stack.pop();
        if (target.isConstructor() && isUninitialized(receiver)) {
            Value made = builder.call(target, Dispatch.NEW, Optional.empty(), arguments, false, here.get());
            builder.discard(made);
            initialized(receiver, made);
            return;
        }
        boolean special = call.getOpcode() == Opcodes.INVOKESPECIAL;
        Dispatch dispatch = special ? Dispatch.SPECIAL : Dispatch.VIRTUAL;
        push(builder.call(target, dispatch, Optional.of(receiver), arguments, false, here.get()), call.desc);
    }

    private static boolean isUninitialized(Value receiver) {
        return receiver instanceof Value.Derived derived && derived.operator().equals("new");
    }

    /** All copies of the object on the stack are initialized at once (JVMS 4.10.1.9, invokespecial). */
    private void initialized(Value before, Value after) {
        stack.replaceAll(before, after);
    }

    private void push(Value result, String descriptor) {
        String type = Descriptors.result(descriptor);
        if (!type.equals("V")) {
            stack.push(result, type.equals("J") || type.equals("D"));
        }
    }

    void dynamic(InvokeDynamicInsnNode dynamic) {
        List<Value> operands = stack.pop(Type.getArgumentTypes(dynamic.desc).length);
        Optional<Handle> implementation = Functions.implementation(dynamic);
        if (implementation.isPresent()) {
            stack.push(function(dynamic, implementation.get(), operands));
        } else if (dynamic.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            stack.push(new Value.Template(parts(dynamic, texts(dynamic, operands))));
        } else {
            push(new Value.Derived(dynamic.name, operands), dynamic.desc);
        }
    }

    private List<Value> texts(InvokeDynamicInsnNode dynamic, List<Value> operands) {
        List<String> types = Descriptors.parameters(dynamic.desc);
        List<Value> texts = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            texts.add(builder.asText(shown(operands.get(i), types.get(i)), types.get(i), here.get()));
        }
        return texts;
    }

    /** Characters and truth values are numbers on the stack (JVMS 2.11.1); a text shows them as what they are. */
    private static Value shown(Value operand, String type) {
        if (operand instanceof Value.Constant constant && constant.constant() instanceof Integer number) {
            return switch (type) {
                case "C" -> new Value.Constant(String.valueOf((char) number.intValue()));
                case "Z" -> new Value.Constant(String.valueOf(number != 0));
                default -> operand;
            };
        }
        return operand;
    }

    private Value function(InvokeDynamicInsnNode dynamic, Handle implementation, List<Value> bound) {
        MethodKey target = new MethodKey(
                Names.binary(implementation.getOwner()), implementation.getName(), implementation.getDesc());
        Dispatch dispatch = switch (implementation.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Dispatch.STATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Dispatch.NEW;
            case Opcodes.H_INVOKESPECIAL -> Dispatch.SPECIAL;
            default -> Dispatch.VIRTUAL;
        };
        String interfaceName = Descriptors.className(Descriptors.result(dynamic.desc));
        return builder.function(interfaceName, dynamic.name, target, dispatch, bound, here.get());
    }

    /** The recipe has a mark for each operand and each constant that is no plain text. */
    private static List<Value> parts(InvokeDynamicInsnNode dynamic, List<Value> operands) {
        if (!dynamic.name.equals("makeConcatWithConstants")) {
            return operands;
        }
        List<Value> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int operand = 0;
        int constant = 1;
        for (char c : ((String) dynamic.bsmArgs[0]).toCharArray()) {
            if (c != HOLE && c != CONSTANT) {
                text.append(c);
                continue;
            }
            flush(text, parts);
            parts.add(c == HOLE ? operands.get(operand++) : Instructions.constant(dynamic.bsmArgs[constant++]));
        }
        flush(text, parts);
        return parts;
    }

    private static void flush(StringBuilder text, List<Value> parts) {
        if (!text.isEmpty()) {
            parts.add(new Value.Constant(text.toString()));
            text.setLength(0);
        }
    }
}
