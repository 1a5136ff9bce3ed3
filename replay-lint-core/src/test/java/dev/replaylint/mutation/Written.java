package dev.replaylint.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A mutant in packages of its own, so that many are analysed at once.
 *
 * @param mutant the mutant
 * @param prefix the outermost package
 * @param before the unit's texts without the change
 * @param after the unit's texts with it
 * @param library sources of its library
 * @param marked lines on which a finding is expected, by file
 * @param added lines that the change made, as far as their text tells, by file
 */
record Written(
        Mutant mutant,
        String prefix,
        Map<String, String> before,
        Map<String, String> after,
        Map<String, String> library,
        Map<String, Set<Integer>> marked,
        Map<String, Set<Integer>> added) {

    static Written of(Mutant mutant, int number) {
        String prefix = "m" + number;
        Map<String, Set<Integer>> marked = new HashMap<>();
        Map<String, Set<Integer>> added = new HashMap<>();
        Map<String, String> after = moved(mutant.unit(), mutant.files(), prefix);
        after.forEach((file, text) -> marked.put(file, lines(text, Mutant.MARK)));
        after.forEach((file, text) -> added.put(file, lines(text, "utant")));
        after.replaceAll((file, text) -> text.replace(Mutant.MARK, ""));
        Map<String, String> library = new TreeMap<>();
        mutant.library()
                .forEach((file, text) -> library.put(
                        file.replace(Mutant.LIBRARY, prefix + Mutant.LIBRARY),
                        text.replace(Mutant.LIBRARY, prefix + Mutant.LIBRARY)));
        after.replaceAll((file, text) -> text.replace(Mutant.LIBRARY, prefix + Mutant.LIBRARY));
        return new Written(
                mutant, prefix, moved(mutant.unit(), mutant.unit().files(), prefix), after, library, marked, added);
    }

    private static Map<String, String> moved(CleanUnit unit, Map<String, String> files, String prefix) {
        String declared =
                "(?m)^((?:package|import(?: static)?)\\s+)" + unit.name().replace(".", "\\.") + "(?=[.;])";
        Map<String, String> moved = new TreeMap<>();
        files.forEach((file, text) ->
                moved.put(prefix + "/" + file, text.replaceAll(declared, "$1" + prefix + "." + unit.name())));
        return moved;
    }

    private static Set<Integer> lines(String text, String part) {
        Set<Integer> marks = new HashSet<>();
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(part)) {
                marks.add(i + 1);
            }
        }
        return marks;
    }
}
