package dev.replaylint.durable.key;

import dev.replaylint.program.Body;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Idempotency keys that are given as a header: the argument after the header's name. */
final class Headers {

    private static final Pattern NAME =
            Pattern.compile("([a-z]+[-_])*idempoten(cy|t)[-_]?(key|token|id)", Pattern.CASE_INSENSITIVE);

    /** Names of calls that look for a key, or for what was done under it. */
    private static final Pattern READING = Pattern.compile(
            "get|find|first|has|is|was|contains|remove|delete|equals|exists|check|ensure|verify|load|lookup|read|count");

    private Headers() {}

    /** The header of this name, or one whose name says what it is. */
    static Optional<NamedKey> key(Site.Call call, Body body, String name) {
        return after(call, body, n -> n.equalsIgnoreCase(name) || isKey(n));
    }

    /** A header whose name says that it is a key. */
    static Optional<NamedKey> key(Site.Call call, Body body) {
        return after(call, body, Headers::isKey);
    }

    /** Whether the call sets headers whose names are not all written there. */
    static boolean isOpen(Site.Call call, Body body) {
        List<Value> given = given(call, body);
        boolean named = true;
        for (int i = 0; i < given.size(); i += 2) {
            named &= given.get(i) instanceof Value.Constant;
        }
        return call.target().name().toLowerCase(Locale.ROOT).contains("header") && !named;
    }

    /** Whether a call whose name speaks of keys only looks for one. */
    static boolean reads(Site.Call call) {
        return READING.matcher(call.target().name()).lookingAt();
    }

    private static boolean isKey(String name) {
        return NAME.matcher(name).matches();
    }

    private static Optional<NamedKey> after(Site.Call call, Body body, Predicate<String> isName) {
        if (call.arguments().isEmpty()) {
            return Optional.empty();
        }
        List<Value> given = given(call, body);
        for (int i = 0; i + 1 < given.size(); i++) {
            if (given.get(i) instanceof Value.Constant c && c.constant() instanceof String s && isName.test(s)) {
                return reads(call) ? Optional.empty() : Optional.of(new NamedKey(s, given.get(i + 1)));
            }
        }
        return Optional.empty();
    }

    /** The arguments; variable arguments are one array. */
    private static List<Value> given(Site.Call call, Body body) {
        List<Value> given = new ArrayList<>();
        for (Value argument : call.arguments()) {
            if (argument instanceof Value.NewArray) {
                body.sites(Site.ArrayWrite.class)
                        .filter(w -> w.array().equals(argument))
                        .forEach(w -> given.add(w.value()));
            } else {
                given.add(argument);
            }
        }
        return given;
    }
}
