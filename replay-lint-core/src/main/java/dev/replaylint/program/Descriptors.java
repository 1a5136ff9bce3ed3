package dev.replaylint.program;

import java.util.ArrayList;
import java.util.List;

/** Reads method descriptors (JVMS 4.3.3). */
public final class Descriptors {

    private Descriptors() {}

    /** Descriptors of the parameters, in order. */
    public static List<String> parameters(String methodDescriptor) {
        List<String> parameters = new ArrayList<>();
        int at = 1;
        while (at < methodDescriptor.length() && methodDescriptor.charAt(at) != ')') {
            int end = end(methodDescriptor, at);
            parameters.add(methodDescriptor.substring(at, end));
            at = end;
        }
        return parameters;
    }

    /** Descriptor of the result; {@code V} for none. */
    public static String result(String methodDescriptor) {
        return methodDescriptor.substring(methodDescriptor.indexOf(')') + 1);
    }

    /** {@code Ljava/util/Map$Entry;} for {@code java.util.Map$Entry}. */
    public static String ofClass(String binaryName) {
        return "L" + binaryName.replace('.', '/') + ";";
    }

    /** Binary name of a class descriptor, {@code java.lang.String} for {@code Ljava/lang/String;}; else the descriptor itself. */
    public static String className(String descriptor) {
        return descriptor.startsWith("L") ? Names.binary(descriptor.substring(1, descriptor.length() - 1)) : descriptor;
    }

    private static int end(String descriptor, int start) {
        int at = start;
        while (descriptor.charAt(at) == '[') {
            at++;
        }
        return descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
    }
}
