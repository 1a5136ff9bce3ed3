package dev.replaylint.manifest;

import dev.replaylint.durable.name.OperationName;
import dev.replaylint.durable.name.OperationName.Kind;
import java.util.regex.Pattern;

/** When two names are the same to replay, as far as can be told. */
final class Names {

    private static final Pattern OTHER_HOLE = Pattern.compile("\\{(?!index})[^{}]*}");

    private Names() {}

    /**
     * Whether names are the same or cannot be told apart. What fills a hole is called after code that may get another name without
     * another value, so only positions are told from everything else.
     */
    static boolean same(OperationName a, OperationName b) {
        boolean computed = a.kind() == Kind.DYNAMIC || b.kind() == Kind.DYNAMIC;
        if (computed) {
            return isComputed(a) && isComputed(b);
        }
        return a.kind() == b.kind() && shape(a).equals(shape(b));
    }

    private static boolean isComputed(OperationName name) {
        return name.kind() == Kind.DYNAMIC || name.kind() == Kind.TEMPLATE;
    }

    private static String shape(OperationName name) {
        return name.kind() == Kind.TEMPLATE ? OTHER_HOLE.matcher(name.text()).replaceAll("{}") : name.text();
    }

    /** From 0 for nothing in common to 2: shared beginning and end in relation to the length. */
    static int similarity(OperationName a, OperationName b) {
        String x = a.text();
        String y = b.text();
        int shortest = Math.min(x.length(), y.length());
        int start = 0;
        while (start < shortest && x.charAt(start) == y.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shortest - start && x.charAt(x.length() - 1 - end) == y.charAt(y.length() - 1 - end)) {
            end++;
        }
        int longest = Math.max(x.length(), y.length());
        return longest == 0 ? 0 : 2 * (start + end) / longest;
    }
}
