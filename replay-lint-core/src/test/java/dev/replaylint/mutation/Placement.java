package dev.replaylint.mutation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How replayed code comes to a defect's value.
 *
 * @param before statements before the use
 * @param value the expression that is used
 * @param members what is added to the enclosing type
 * @param types the bodies of new types in the same package, by their name
 * @param library the bodies of new types in a library, by their name
 */
record Placement(String before, String value, String members, Map<String, String> types, Map<String, String> library) {

    static Placement of(String before, String value) {
        return new Placement(before, value, "", Map.of(), Map.of());
    }

    Placement members(String text) {
        return new Placement(before, value, members + text, types, library);
    }

    Placement type(String name, String text) {
        Map<String, String> more = new LinkedHashMap<>(types);
        more.put(name, text);
        return new Placement(before, value, members, more, library);
    }

    Placement library(String name, String text) {
        Map<String, String> more = new LinkedHashMap<>(library);
        more.put(name, text);
        return new Placement(before, value, members, types, more);
    }
}
