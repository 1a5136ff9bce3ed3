package dev.replaylint.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads where keys are and when they are needed. Throws {@link IllegalArgumentException} with reason and remedy. */
final class DeliveryParser {

    private static final String NO_KEY = "none";
    private static final String NEVER = "never";
    private static final Predicate<String> NAME = whole("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final Predicate<String> HEADER = whole("[A-Za-z][A-Za-z0-9-]*");

    private DeliveryParser() {}

    private static Predicate<String> whole(String expression) {
        return java.util.regex.Pattern.compile(expression).asMatchPredicate();
    }

    /** Keys, empty if not known; with no places if there is none at all. */
    static Optional<List<KeyPlace>> keys(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (words.equals(List.of(NO_KEY))) {
            return Optional.of(List.of());
        }
        List<KeyPlace> places = new ArrayList<>();
        words.forEach(w -> places.add(place(w)));
        return Optional.of(places);
    }

    private static KeyPlace place(String word) {
        if (word.equals(NO_KEY)) {
            throw new IllegalArgumentException("`none` stands beside other keys; write `key:none` alone");
        }
        if (Operand.isPosition(word)) {
            return new KeyPlace.Argument(Integer.parseInt(word));
        }
        int sign = word.indexOf('=');
        String rest = word.substring(sign + 1);
        return switch (word.substring(0, Math.max(sign, 0))) {
            case "" -> setter(rest, false);
            case "filled" -> setter(rest, true);
            case "condition" -> new KeyPlace.Condition(name(rest));
            case "header" -> new KeyPlace.Header(header(rest));
            default ->
                throw new IllegalArgumentException("`" + word.substring(0, sign)
                        + "` is no kind of key; write `filled`, `condition` or `header`, or the setter's name alone");
        };
    }

    private static KeyPlace setter(String text, boolean filled) {
        int hash = text.indexOf('#');
        Optional<String> type = hash < 0 ? Optional.empty() : Optional.of(name(text.substring(0, hash)));
        List<String> path = new ArrayList<>();
        for (String part : text.substring(hash + 1).split("/", -1)) {
            path.add(name(part));
        }
        return new KeyPlace.Setter(type, path.subList(0, path.size() - 1), path.get(path.size() - 1), filled);
    }

    private static String name(String text) {
        if (!NAME.test(text)) {
            throw new IllegalArgumentException("`" + text
                    + "` is no key; write a setter such as `clientToken`, `entries/deduplicationId` or"
                    + " `Options#key`, the position of an argument, `header=Idempotency-Key` or `none`");
        }
        return text;
    }

    private static String header(String text) {
        if (!HEADER.test(text)) {
            throw new IllegalArgumentException(
                    "`" + text + "` is no header; write its name, as in `header=Idempotency-Key`");
        }
        return text;
    }

    /** Features, empty if nothing is asked for; none of them if they are never there. */
    static Optional<List<Feature>> features(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (words.equals(List.of(NEVER))) {
            return Optional.of(List.of());
        }
        return Optional.of(words.stream().map(DeliveryParser::feature).toList());
    }

    private static Feature feature(String word) {
        int sign = word.indexOf('=');
        String member = sign < 0 ? word : word.substring(0, sign);
        List<String> words =
                sign < 0 ? List.of() : List.of(word.substring(sign + 1).split("\\|", -1));
        if (!NAME.test(member) || words.contains("")) {
            throw new IllegalArgumentException("`" + word
                    + "` names no call; write a method's name, followed by words that it may be given, as in"
                    + " `method=POST|PATCH`");
        }
        return new Feature(member, words);
    }
}
