package dev.replaylint.mutation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Changes of a unit's texts, by offsets in the texts before. */
final class Edits {

    private record Edit(String file, int from, int to, String text) {}

    private final List<Edit> edits = new ArrayList<>();
    private final Map<String, String> added = new TreeMap<>();

    Edits insert(String file, int offset, String text) {
        return replace(file, offset, offset, text);
    }

    Edits replace(String file, int from, int to, String text) {
        edits.add(new Edit(file, from, to, text));
        return this;
    }

    Edits replace(String file, OperationSite.Range range, String text) {
        return replace(file, range.from(), range.to(), text);
    }

    Edits add(String file, String text) {
        added.put(file, text);
        return this;
    }

    /** The unit's texts after the changes. */
    Map<String, String> on(CleanUnit unit) {
        Map<String, StringBuilder> texts = new TreeMap<>();
        unit.files().forEach((name, text) -> texts.put(name, new StringBuilder(text)));
        List<Edit> backwards = new ArrayList<>(edits);
        java.util.Collections.reverse(backwards);
        backwards.sort(Comparator.comparing(Edit::from).reversed());
        backwards.forEach(e -> texts.get(e.file()).replace(e.from(), e.to(), e.text()));
        Map<String, String> changed = new TreeMap<>(added);
        texts.forEach((name, text) -> changed.put(name, text.toString()));
        return changed;
    }
}
