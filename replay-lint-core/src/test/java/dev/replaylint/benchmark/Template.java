package dev.replaylint.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A text with holes. Lines that begin with {@code ==} begin a section: {@code once}, {@code each} for every element, {@code each X} for
 * every element of type X, or any other word, for sections that are there if somebody says so.
 */
record Template(List<Section> sections) {

    private record Section(String head, String text) {

        boolean repeats() {
            return head.startsWith("each");
        }

        boolean takes(Map<String, String> element) {
            return head.equals("each") || head.equals("each " + element.get("type"));
        }
    }

    static Template read(String name) throws IOException {
        try (InputStream in = Template.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IOException("no template " + name);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Template parse(String text) {
        List<Section> sections = new ArrayList<>();
        for (String part : ("== once\n" + text).split("(?m)^== ")) {
            if (!part.isEmpty()) {
                int end = part.indexOf('\n');
                sections.add(new Section(part.substring(0, end), part.substring(end + 1)));
            }
        }
        return new Template(List.copyOf(sections));
    }

    /**
     * The text with its holes filled. A hole that has no value stays.
     *
     * @param elements what sections are repeated for: values that come before {@code values}
     * @param extra tells whether a section of this name is there
     */
    String fill(Map<String, String> values, List<Map<String, String>> elements, Predicate<String> extra) {
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            if (section.repeats()) {
                elements.stream().filter(section::takes).forEach(e -> text.append(filled(section.text(), e)));
            } else if (section.head().equals("once") || extra.test(section.head())) {
                text.append(section.text());
            }
        }
        return filled(text.toString(), values);
    }

    private static String filled(String text, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int hole = text.indexOf("${"); hole >= 0; hole = text.indexOf("${", hole + 2)) {
            int end = text.indexOf('}', hole);
            String value = values.get(text.substring(hole + 2, end));
            if (value != null) {
                filled.append(text, from, hole).append(value);
                from = end + 1;
            }
        }
        return filled.append(text, from, text.length()).toString();
    }
}
