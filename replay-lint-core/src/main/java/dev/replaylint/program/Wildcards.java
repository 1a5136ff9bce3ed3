package dev.replaylint.program;

import java.util.Arrays;

/**
 * Names with wildcards: {@code *} for a part of a name, {@code **} for any number of parts. All ways to match are gone at once, so that
 * the time is that of the pattern's length times the name's: whoever writes one of them, or both, cannot make it longer.
 */
public final class Wildcards {

    /** What patterns are made of besides their own characters; all below zero, where there are none. */
    private static final int ONE_OF_PART = -1;

    private static final int ONE = -2;
    private static final int SOME_OF_PART = -3;
    private static final int SOME = -4;

    /** What follows, or what follows behind the next two. */
    private static final int EITHER = -5;

    /** Whether wildcards stand for nothing, too. */
    public enum Least {
        /** They do, and {@code **.} for no package. */
        NOTHING,
        /** They stand for one character, at least. */
        ONE_CHARACTER
    }

    private final int[] codes;
    private final int length;
    private final String barriers;

    /**
     * A pattern.
     *
     * @param pattern names with stars
     * @param barriers the characters between parts of a name, which a single star does not stand for
     */
    public Wildcards(String pattern, String barriers, Least least) {
        this.barriers = barriers;
        this.codes = new int[2 * pattern.length()];
        this.length = compile(pattern, least, codes);
    }

    private static int compile(String pattern, Least least, int[] codes) {
        int length = 0;
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c != '*') {
                codes[length++] = c;
                continue;
            }
            boolean spans = pattern.startsWith("**", at);
            at += spans ? 1 : 0;
            if (least == Least.ONE_CHARACTER) {
                codes[length++] = spans ? ONE : ONE_OF_PART;
            } else if (spans && pattern.startsWith(".", at + 1)) {
                codes[length++] = EITHER;
            }
            codes[length++] = spans ? SOME : SOME_OF_PART;
        }
        return length;
    }

    /** Whether all of the name matches. */
    public boolean matches(String name) {
        return matches(name, "");
    }

    /** Whether all of the name matches, or what is before one of these characters. */
    public boolean matches(String name, String ends) {
        boolean[] now = new boolean[length + 1];
        boolean[] next = new boolean[length + 1];
        now[0] = true;
        for (int at = 0; at < name.length(); at++) {
            open(now);
            if (now[length] && ends.indexOf(name.charAt(at)) >= 0) {
                return true;
            }
            if (!step(now, next, name.charAt(at))) {
                return false;
            }
            boolean[] done = now;
            now = next;
            next = done;
            Arrays.fill(next, false);
        }
        open(now);
        return now[length];
    }

    /** Goes over one character from each place in the pattern; whether there is a place to go to. */
    private boolean step(boolean[] now, boolean[] next, char c) {
        boolean any = false;
        for (int at = 0; at < length; at++) {
            if (now[at] && takes(codes[at], c)) {
                boolean stays = codes[at] == SOME || codes[at] == SOME_OF_PART;
                next[stays ? at : at + 1] = true;
                any = true;
            }
        }
        return any;
    }

    private boolean takes(int code, char c) {
        return switch (code) {
            case ONE, SOME -> true;
            case ONE_OF_PART, SOME_OF_PART -> barriers.indexOf(c) < 0;
            default -> code == c;
        };
    }

    /** Adds the places that are reached without a character. */
    private void open(boolean[] places) {
        for (int at = 0; at < length; at++) {
            if (places[at] && (codes[at] == SOME || codes[at] == SOME_OF_PART)) {
                places[at + 1] = true;
            } else if (places[at] && codes[at] == EITHER) {
                places[at + 1] = true;
                places[at + 3] = true;
            }
        }
    }
}
