package dev.replaylint.source;

import dev.replaylint.source.SourceText.Unreadable;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/**
 * The texts of files in one encoding. A file is asked for up to three times: for its outline, to be parsed, and for its notes. As much is
 * kept as does no harm to a small heap; of what is kept, the file may change meanwhile.
 */
final class SourceTexts {

    /** Of all texts together; most projects have less. */
    private static final int MOST_CHARACTERS = 16 << 20;

    private final Charset encoding;
    private final Map<SourceFile, String> kept = new HashMap<>();
    private int characters;

    SourceTexts(Charset encoding) {
        this.encoding = encoding;
    }

    String read(SourceFile file) throws Unreadable {
        String known = kept.get(file);
        if (known != null) {
            return known;
        }
        String text = SourceText.read(file.path(), encoding);
        keep(file, text);
        return text;
    }

    /** Keeps what has been read, if there is room. */
    void keep(SourceFile file, String text) {
        if (characters + text.length() <= MOST_CHARACTERS) {
            characters += text.length();
            kept.put(file, text);
        }
    }

    /** Nobody will ask for the file again, or hardly. */
    void drop(SourceFile file) {
        String text = kept.remove(file);
        characters -= text == null ? 0 : text.length();
    }
}
