package dev.replaylint.report;

import java.util.Locale;

/**
 * Makes text from analysed code harmless on a console. Build logs are read by more than people: a runner of GitHub Actions takes
 * {@code ##[command]} anywhere in a line as an order, and {@code ::command::} at its start.
 */
public final class Sanitizer {

    private Sanitizer() {}

    /** One line without control characters and without commands to a build server. */
    public static String line(String text) {
        // One by one: what stands between two colons is not looked at twice, and three of them would leave two.
        return visible(text).replace("##[", "# #[").replaceAll(":(?=:)", ": ");
    }

    /** One line in which every character is seen: line ends, control characters and direction marks by their codes. */
    public static String visible(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(c, safe));
        return safe.toString();
    }

    /** The last two of each plane, which XML has no way to write either. */
    private static boolean isNoncharacter(int c) {
        return (c & 0xfffe) == 0xfffe;
    }

    private static void append(int c, StringBuilder safe) {
        int type = Character.getType(c);
        boolean harmless = type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE
                && !isNoncharacter(c);
        if (harmless) {
            safe.appendCodePoint(c);
        } else {
            safe.append(String.format(Locale.ROOT, "\\u%04x", c));
        }
    }
}
