package dev.replaylint.program;

import java.util.List;

/** Forms of class names. */
public final class Names {

    private Names() {}

    /** {@code a.b.Outer$Inner} as {@code Outer.Inner}. Anonymous and local classes show their enclosing class. */
    public static String simple(String binaryName) {
        String name = binaryName.substring(binaryName.lastIndexOf('.') + 1);
        StringBuilder shown = new StringBuilder();
        for (String part : List.of(name.split("\\$", -1))) {
            String plain = part.isEmpty() ? part : part.replaceFirst("^[0-9]+", "");
            if (!plain.isEmpty()) {
                shown.append(shown.isEmpty() ? "" : ".").append(plain);
            }
        }
        return shown.isEmpty() ? name : shown.toString();
    }

    /** {@code a.Outer$1$2Local} as {@code a.Outer$Local}: the compiler numbers nested classes in the order of the file. */
    public static String withoutNumbers(String binaryName) {
        return binaryName.replaceAll("\\$[0-9]+(?=\\$|$)", "").replaceAll("(?<=\\$)[0-9]+", "");
    }

    /** Package of a binary name; empty for the unnamed package. */
    public static String packageOf(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        return dot < 0 ? "" : binaryName.substring(0, dot);
    }

    /** {@code a.b.Outer$Inner} as {@code Outer$Inner}. */
    public static String withoutPackage(String binaryName) {
        return binaryName.substring(binaryName.lastIndexOf('.') + 1);
    }

    /** {@code java/util/Map$Entry} as {@code java.util.Map$Entry}. */
    public static String binary(String internalName) {
        return internalName.replace('/', '.');
    }
}
