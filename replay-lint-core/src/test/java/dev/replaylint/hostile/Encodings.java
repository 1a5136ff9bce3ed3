package dev.replaylint.hostile;

import static dev.replaylint.hostile.Hostile.handler;
import static dev.replaylint.hostile.Hostile.seen;
import static dev.replaylint.hostile.HostileInput.FILE;
import static dev.replaylint.hostile.HostileInput.fine;
import static dev.replaylint.hostile.HostileInput.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Bytes that are no text, text that is no code, and code that does not look like what it is. */
final class Encodings {

    private static final String ACCENTS = handler("String größe = \"Œuvre\".trim();".replace("Œ", "é"));

    private Encodings() {}

    static List<HostileInput> all() {
        return HostileInput.all(bytes(), marks(), escapes(), looks());
    }

    private static List<HostileInput> bytes() {
        String plain = handler("");
        return List.of(
                bad("an invalid byte", 0xFF),
                bad("an overlong slash", 0xC0, 0xAF),
                bad("a lone surrogate", 0xED, 0xA0, 0x80),
                bad("a character that is cut off", 0xE2, 0x82),
                bad("a code point beyond the last", 0xF5, 0x80, 0x80, 0x80),
                fine("UTF-16 in UTF-8", ACCENTS.getBytes(UTF_16), UTF_8).refused(FILE, 0, "is not valid UTF-8"),
                fine("Latin-1 in UTF-8", ACCENTS.getBytes(ISO_8859_1), UTF_8).refused(FILE, 0, "is not valid UTF-8"),
                fine("accents in US-ASCII", ACCENTS.getBytes(UTF_8), US_ASCII)
                        .refused(FILE, 0, "is not valid US-ASCII"),
                fine("declared Latin-1", ACCENTS.getBytes(ISO_8859_1), ISO_8859_1),
                fine(
                        "declared windows-1252",
                        ACCENTS.getBytes(Charset.forName("windows-1252")),
                        Charset.forName("windows-1252")),
                fine("plain ASCII in US-ASCII", plain.getBytes(US_ASCII), US_ASCII),
                fine("random bytes", random(), UTF_8).refused(FILE, 0, "is not valid UTF-8"),
                fine("a class file", classFile(), UTF_8).refused(FILE, 0, "is not valid UTF-8"),
                fine("half of UTF-16", ("\uFEFF" + plain).substring(0, 200).getBytes(UTF_16LE), UTF_8)
                        .refused(FILE, 0, "is not valid UTF-8"));
    }

    private static HostileInput bad(String name, int... bytes) {
        byte[] text = handler("String s = \"?\";").getBytes(UTF_8);
        byte[] all = new byte[text.length + bytes.length];
        System.arraycopy(text, 0, all, 0, text.length);
        for (int i = 0; i < bytes.length; i++) {
            all[text.length + i] = (byte) bytes[i];
        }
        return fine(name, all, UTF_8).refused(FILE, 0, "is not valid UTF-8");
    }

    private static byte[] random() {
        byte[] bytes = new byte[10_000];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] classFile() {
        byte[] bytes = new byte[400];
        bytes[0] = (byte) 0xCA;
        bytes[1] = (byte) 0xFE;
        return bytes;
    }

    private static List<HostileInput> marks() {
        String plain = handler("String s = in;");
        return List.of(
                fine("a byte order mark", "\uFEFF" + plain),
                fine("two byte order marks", "\uFEFF\uFEFF" + plain),
                fine("only a byte order mark", "\uFEFF"),
                fine("a byte order mark in a name", handler("int x\uFEFF = 1;")),
                fine("carriage returns for line ends", plain.replace('\n', '\r')),
                fine(
                        "line ends of all kinds",
                        plain.replace("\n", "\r\n").replaceFirst("\r\n", "\r").replaceFirst("\r\n", "\n")),
                fine("a control-Z at the end", plain + "\u001A"),
                fine("NUL in code", handler("int x\0 = 1;")),
                fine("NUL in a text", handler("String s = \"a\0b\";")),
                fine("NUL in a comment", handler("// \0")),
                refused("form feeds and vertical tabs", handler("int\fx\u000B= 1;"), 6, "cannot be parsed"),
                fine("tabs and form feeds", handler("int\t\fx\t=\t1;")));
    }

    private static List<HostileInput> escapes() {
        List<HostileInput> inputs = new ArrayList<>();
        inputs.add(fine("an escaped letter in a name", handler("ctx.st\\u0065p(\"a\", String.class, s -> in);")));
        inputs.add(fine("escapes with several u", handler("String s = \"\\uuuu0041\";")));
        inputs.add(fine("an escaped brace", handler("if (in == null) \\u007b \\u007d")));
        inputs.add(fine(
                "an escaped line end in a comment", handler("// \\u000a ctx.step(\"a\", String.class, s -> in);")));
        inputs.add(fine("an escaped quote", handler("String s = \\u0022text\\u0022;")));
        inputs.add(refused(
                "an escaped backslash before a quote", handler("String s = \"\\u005c\";"), 6, "cannot be parsed"));
        inputs.add(refused("an escape that is none", handler("String s = \"\\u00g0\";"), 6, "cannot be parsed"));
        inputs.add(refused("an escape that is cut off", seen("class A { String s = \"\\u00"), 1, "cannot be parsed"));
        inputs.add(fine("a backslash before a u", handler("String s = \"\\\\u0041\";")));
        inputs.add(fine("everything escaped", seen("") + escaped("class A { int x = 1; }")));
        inputs.add(fine("escaped surrogates", handler("String s = \"\\ud83d\\ude00\";")));
        inputs.add(fine("an escaped lone surrogate", handler("ctx.step(\"\\ud83d\", String.class, s -> in);")));
        inputs.add(fine(
                "an escaped invisible character in the name of an operation",
                handler("ctx.st\\u200bep(\"a\", String.class, s -> in);")));
        inputs.add(
                fine("escapes in the imports only", handler("").replace("import software", "import s\\u006fftware")));
        return inputs;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
        return escaped.toString();
    }

    private static List<HostileInput> looks() {
        return List.of(
                fine("emoji in texts", handler("ctx.step(\"\uD83D\uDE00\", String.class, s -> in);")),
                fine("right to left in a comment", handler("/* \u202E } \u2066 */")),
                fine(
                        "right to left in a name of an operation",
                        handler("ctx.step(\"a\u202Eb\", String.class, s -> in);")),
                fine("letters of another alphabet", handler("int \u0430 = 1; int a = 2;")),
                fine("names in all alphabets", handler("int \u540D\u524D = 1; int \uD801\uDC00 = 2;")),
                fine("a line separator in a text", handler("String s = \"\u2028\u2029\";")),
                fine("spaces of no width in a name", handler("int a\u200Bb = 1;")),
                fine(
                        "an order to a build server",
                        handler("ctx.step(\"x ##[stop-commands]t\", String.class, s -> in); // ::error::x")),
                fine("an order to a terminal", handler("ctx.step(\"\u001b[2J\", String.class, s -> in);")),
                fine("a name of 100,000 letters", handler("int " + "x".repeat(100_000) + " = 1;")),
                fine("a text of a megabyte", handler("String s = \"" + "x".repeat(1 << 20) + "\";")),
                fine(
                        "an operation's name of 100,000 letters",
                        handler("ctx.step(\"" + "x".repeat(100_000) + "\", String.class, s -> in);")));
    }
}
