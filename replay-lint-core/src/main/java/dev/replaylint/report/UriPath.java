package dev.replaylint.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Paths as the path part of a URI (RFC 3986). */
final class UriPath {

    private static final String PLAIN = "-._~/";

    private UriPath() {}

    static String encode(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean letterOrDigit = c < 0x80 && Character.isLetterOrDigit(c);
            if (letterOrDigit || PLAIN.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
