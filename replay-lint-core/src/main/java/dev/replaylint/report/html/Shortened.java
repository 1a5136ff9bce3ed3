package dev.replaylint.report.html;

import dev.replaylint.report.Sanitizer;

/** Text that fits. */
final class Shortened {

    private Shortened() {}

    /** The text, or its beginning, in about so many letters of a Latin typeface, every character of it to be seen. */
    static String to(String raw, int letters) {
        String text = Sanitizer.visible(raw);
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += isWide(c) ? 2 : 1;
            if (width > letters) {
                return text.substring(0, before(text, i)) + "…";
            }
            i += Character.charCount(c);
        }
        return text;
    }

    private static int before(String text, int index) {
        return index > 0 && Character.isLowSurrogate(text.charAt(index - 1)) ? index - 2 : Math.max(0, index - 1);
    }

    /** Scripts whose characters are about as wide as high. */
    private static boolean isWide(int c) {
        return Character.isIdeographic(c)
                || c >= 0x1F000
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0x3040 && c <= 0x30FF);
    }
}
