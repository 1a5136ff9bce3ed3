package dev.replaylint.catalog;

/** Matches names with wildcards. Written by hand: a lookup must not pay for regular expressions. */
final class Globs {

    private Globs() {}

    static boolean isGlob(String text) {
        return text.indexOf('*') >= 0;
    }

    /** Number of characters that are not wildcards: of two globs, the one with more of them says more. */
    static int literals(String text) {
        return (int) text.chars().filter(c -> c != '*').count();
    }

    /** Whether a member name matches. A wildcard never stands for a constructor or static initializer. */
    static boolean matchesName(String glob, String name) {
        if (!isGlob(glob)) {
            return glob.equals(name);
        }
        return !name.startsWith("<") && matches(glob, 0, name, 0, "");
    }

    /**
     * Whether a class name matches: {@code *} stays within one part of the name, {@code **.} is any number of packages.
     */
    static boolean matchesType(String glob, String type) {
        return matches(glob, 0, type, 0, ".$");
    }

    /** Whether the rests of glob and name match; a single star stands for characters that are not barriers. */
    private static boolean matches(String glob, int g, String name, int n, String barriers) {
        int at = g;
        int pos = n;
        while (at < glob.length() && glob.charAt(at) != '*') {
            if (pos >= name.length() || glob.charAt(at) != name.charAt(pos)) {
                return false;
            }
            at++;
            pos++;
        }
        return at == glob.length() ? pos == name.length() : matchesStar(glob, at, name, pos, barriers);
    }

    private static boolean matchesStar(String glob, int star, String name, int start, String barriers) {
        boolean spans = glob.startsWith("**", star);
        int rest = star + (spans ? 2 : 1);
        boolean noPackage = spans && glob.startsWith(".", rest) && matches(glob, rest + 1, name, start, barriers);
        if (noPackage) {
            return true;
        }
        for (int end = start; end <= name.length(); end++) {
            if (matches(glob, rest, name, end, barriers)) {
                return true;
            }
            if (!spans && end < name.length() && barriers.indexOf(name.charAt(end)) >= 0) {
                return false;
            }
        }
        return false;
    }
}
