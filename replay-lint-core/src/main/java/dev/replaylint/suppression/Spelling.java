package dev.replaylint.suppression;

import dev.replaylint.program.Note;
import dev.replaylint.rule.Nearest;
import dev.replaylint.rule.Suppression;
import dev.replaylint.rule.Suppression.Form;
import dev.replaylint.rule.Suppression.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How suppressions are written. The annotation is known by its simple name, so that users can have their own copy of it. */
final class Spelling {

    private static final String ANNOTATION = "SuppressReplayWarnings";
    private static final String WARNINGS = "SuppressWarnings";
    private static final String MARKER = "replay-lint:";

    static final Note.Query QUERY = new Note.Query(Set.of(ANNOTATION, MARKER), Set.of(ANNOTATION, WARNINGS), MARKER);

    private static final String NAME = "[A-Za-z][A-Za-z0-9_.-]*";

    /** Names are taken apart afterwards: a repeated group needs a frame of the stack for each of them. */
    private static final Pattern COMMENT =
            Pattern.compile(MARKER + "\\s*allow\\s+([A-Za-z0-9_.,\\s-]++)(?::\\s*(.*))?");

    private static final Pattern WARNING = Pattern.compile(MARKER + "\\s*(" + NAME + ")\\s*(?::\\s*(.*))?");

    private final Set<String> rules;
    private final Set<String> useless;

    Spelling(Set<String> rules, Set<String> useless) {
        this.rules = rules;
        this.useless = useless;
    }

    /** The rules that a note names; none if it is not meant for us. */
    List<Suppression> read(Note note) {
        if (note instanceof Note.Comment comment) {
            return matched(COMMENT.matcher(comment.text()), comment.text(), Form.COMMENT, note);
        }
        Note.Annotation annotation = (Note.Annotation) note;
        return annotation.name().equals(ANNOTATION) ? own(annotation) : warnings(annotation);
    }

    private List<Suppression> own(Note.Annotation annotation) {
        String reason = String.join(" ", annotation.element("reason")).strip();
        List<String> names = annotation.element("value");
        return names.isEmpty()
                ? List.of(unreadable("@" + ANNOTATION, Form.ANNOTATION, annotation))
                : names.stream()
                        .map(n -> named(n.strip(), reason, Form.ANNOTATION, annotation))
                        .toList();
    }

    private List<Suppression> warnings(Note.Annotation annotation) {
        List<Suppression> found = new ArrayList<>();
        for (String text : annotation.element("value")) {
            if (text.startsWith(MARKER)) {
                found.addAll(matched(WARNING.matcher(text), text, Form.WARNING, annotation));
            }
        }
        return found;
    }

    private List<Suppression> matched(Matcher matcher, String text, Form form, Note note) {
        List<String> names = matcher.matches()
                ? Stream.of(matcher.group(1).split(",", -1)).map(String::strip).toList()
                : List.of();
        if (names.isEmpty() || !names.stream().allMatch(n -> n.matches(NAME))) {
            return List.of(unreadable(text, form, note));
        }
        String reason = Optional.ofNullable(matcher.group(2)).orElse("").strip();
        return names.stream().map(n -> named(n, reason, form, note)).toList();
    }

    private Suppression named(String name, String reason, Form form, Note note) {
        if (useless.contains(name)) {
            return new Suppression(name, reason, form, note.about(), State.USELESS, Optional.empty());
        }
        boolean known = rules.contains(name);
        return new Suppression(
                name,
                reason,
                form,
                note.about(),
                known ? State.UNDECIDED : State.UNKNOWN,
                known ? Optional.empty() : Nearest.to(name, rules));
    }

    private static Suppression unreadable(String text, Form form, Note note) {
        return new Suppression(text, "", form, note.about(), State.UNREADABLE, Optional.empty());
    }
}
