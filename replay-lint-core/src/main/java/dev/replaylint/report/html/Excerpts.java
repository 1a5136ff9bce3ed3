package dev.replaylint.report.html;

import dev.replaylint.program.Location;
import dev.replaylint.report.ReportContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines of the analysed sources, as far as they can be read. */
final class Excerpts {

    private static final int AROUND = 2;
    private static final int LONGEST_LINE = 160;
    private static final long LARGEST_FILE = 4_000_000;

    private final ReportContext context;
    private final Map<String, List<String>> files = new HashMap<>();

    Excerpts(ReportContext context) {
        this.context = context;
    }

    /** Writes the lines around a place, that one marked; nothing if there are none. */
    void write(Location location, Markup out) {
        List<String> lines = files.computeIfAbsent(location.file(), this::read);
        int line = location.line();
        if (line < 1 || line > lines.size()) {
            return;
        }
        int first = Math.max(1, line - AROUND);
        int last = Math.min(lines.size(), line + AROUND);
        int indent = indent(lines.subList(first - 1, last));
        out.open("pre", "class", "src").open("code");
        for (int i = first; i <= last; i++) {
            String text = expanded(lines.get(i - 1));
            String shown = text.isBlank() ? "" : text.substring(indent);
            out.open("span", "class", i == line ? "l here" : "l")
                    .element("span", Integer.toString(i), "class", "no")
                    .text(" " + Shortened.to(shown, LONGEST_LINE))
                    .close()
                    .line();
        }
        out.close().close("pre");
    }

    private static int indent(List<String> lines) {
        return lines.stream()
                .map(Excerpts::expanded)
                .filter(l -> !l.isBlank())
                .mapToInt(l -> l.length() - l.stripLeading().length())
                .min()
                .orElse(0);
    }

    private static String expanded(String line) {
        return line.replace("\t", "    ").stripTrailing();
    }

    private List<String> read(String name) {
        Optional<Path> file = Optional.ofNullable(context.files().get(name));
        try {
            return file.isPresent() && Files.size(file.get()) < LARGEST_FILE
                    ? new String(Files.readAllBytes(file.get()), context.encoding())
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException e) {
            // The report is about what was analysed; a file that has gone since is shown without its lines.
            return List.of();
        }
    }
}
