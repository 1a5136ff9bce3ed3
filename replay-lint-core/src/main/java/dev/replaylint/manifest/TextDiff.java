package dev.replaylint.manifest;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two manifests differ, as the review will show them. */
final class TextDiff {

    private static final long MOST_PAIRS = 4_000_000;

    private TextDiff() {}

    /** Lines that go ({@code -}) and come ({@code +}), each under the unindented and handler lines they belong to. */
    static List<String> lines(Manifest before, Manifest after) {
        if (before.equals(after)) {
            return List.of();
        }
        List<String> was = before.equals(Manifest.EMPTY)
                ? List.of()
                : ManifestWriter.text(before).lines().toList();
        return changes(was, ManifestWriter.text(after).lines().toList());
    }

    private static List<String> changes(List<String> was, List<String> is) {
        int start = 0;
        while (start < Math.min(was.size(), is.size()) && was.get(start).equals(is.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(was.size(), is.size()) - start
                && was.get(was.size() - 1 - end).equals(is.get(is.size() - 1 - end))) {
            end++;
        }
        List<String> lines = new ArrayList<>();
        heading(is, start).forEach(h -> lines.add("  " + h));
        merge(was.subList(start, was.size() - end), is.subList(start, is.size() - end), lines);
        return lines;
    }

    /** The line of the handler that the first change is in. */
    private static List<String> heading(List<String> lines, int start) {
        for (int i = Math.min(start, lines.size()) - 1; i >= 0; i--) {
            if (lines.get(i).matches(" {2}\\S.*")) {
                return List.of(lines.get(i));
            }
            if (!lines.get(i).startsWith(" ")) {
                return List.of();
            }
        }
        return List.of();
    }

    private static void merge(List<String> was, List<String> is, List<String> lines) {
        if ((long) was.size() * is.size() > MOST_PAIRS) {
            was.forEach(l -> lines.add("- " + l));
            is.forEach(l -> lines.add("+ " + l));
            return;
        }
        int[][] common = common(was, is);
        int i = 0;
        int j = 0;
        while (i < was.size() || j < is.size()) {
            if (i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
                context(was.get(i), lines);
                i++;
                j++;
            } else if (i < was.size() && (j == is.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + was.get(i++));
            } else {
                lines.add("+ " + is.get(j++));
            }
        }
    }

    /** Of what stays, the lines that say which handler it is. */
    private static void context(String line, List<String> lines) {
        if (line.matches(" {0,2}\\S.*:")) {
            lines.add("  " + line);
        }
    }

    private static int[][] common(List<String> was, List<String> is) {
        int[][] common = new int[was.size() + 1][is.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = is.size() - 1; j >= 0; j--) {
                common[i][j] = was.get(i).equals(is.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
