package dev.replaylint.catalog;

import dev.replaylint.program.Wildcards;

/** Matches names with wildcards. A lookup must not pay for what does not begin like the pattern. */
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
        return !name.startsWith("<") && matches(glob, name, "");
    }

    /**
     * Whether a class name matches: {@code *} stays within one part of the name, {@code **.} is any number of packages.
     */
    static boolean matchesType(String glob, String type) {
        return matches(glob, type, ".$");
    }

    private static boolean matches(String glob, String name, String barriers) {
        int star = glob.indexOf('*');
        boolean begins = star < 0 ? name.equals(glob) : name.startsWith(glob.substring(0, star));
        return begins && new Wildcards(glob, barriers, Wildcards.Least.NOTHING).matches(name);
    }
}
