package dev.replaylint.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of whole files that mean nothing. */
final class NeutralTexts {

    private static final String DEFECT_TEXT =
            "if (System.currentTimeMillis() % 2 == 0) ctx.step(UUID.randomUUID().toString(), String.class, s -> ctx.wait(null));";

    private static final Map<String, UnaryOperator<String>> CHANGES = changes();

    private NeutralTexts() {}

    static List<Candidate> of(CleanUnit unit) {
        List<Candidate> candidates = new ArrayList<>();
        CHANGES.forEach((name, change) -> candidates.add(candidate(unit, name, change)));
        return candidates;
    }

    private static Candidate candidate(CleanUnit unit, String name, UnaryOperator<String> change) {
        return new Candidate(Candidate.kind(name, Mutant.Grade.NEUTRAL), unit, unit.name(), () -> {
            Map<String, String> files = new TreeMap<>();
            unit.files().forEach((file, text) -> files.put(file, change.apply(text)));
            return files;
        });
    }

    private static Map<String, UnaryOperator<String>> changes() {
        Map<String, UnaryOperator<String>> changes = new TreeMap<>();
        changes.put("crlf", t -> t.replace("\n", "\r\n"));
        changes.put("tabs", t -> t.replace("    ", "\t"));
        changes.put("blank-lines", t -> t.replace("\n", "\n\n"));
        changes.put("one-line", NeutralTexts::oneLine);
        changes.put("comments", t -> t.replaceAll("(?m)^(.*[;{])$", "$1 // " + Matcher.quoteReplacement(DEFECT_TEXT)));
        changes.put(
                "javadoc",
                t -> t.replaceAll(
                        "(?m)^((?:public |abstract |final )*(?:class|record|interface|enum) )",
                        Matcher.quoteReplacement("/** {@code " + DEFECT_TEXT + "} */\n") + "$1"));
        changes.put("imports-reversed", NeutralTexts::reversedImports);
        changes.put("context-renamed", t -> t.replaceAll("(?<!\")\\bctx\\b", "durableContext"));
        changes.put(
                "longer-durations",
                t -> t.replaceAll("Duration\\.of(Seconds|Minutes|Hours)\\((\\d+)\\)", "Duration.of$1(1 + $2)"));
        changes.put(
                "warnings-suppressed",
                t -> t.replaceAll(
                        "(?m)^((?:public |abstract |final )*(?:class|record|interface|enum) )",
                        "@SuppressWarnings(\"all\")\n$1"));
        changes.put(
                "escaped-letters",
                t -> t.replaceAll("\\.(st|w|inv)(ep|ait|oke)\\(", ".\\\\u00" + "%s" + "$1$2(")
                        .replace("\\u00%sst", "\\u0073t")
                        .replace("\\u00%sw", "\\u0077")
                        .replace("\\u00%sinv", "\\u0069nv"));
        changes.put("constant-names", NeutralTexts::constants);
        changes.put("qualified-types", t -> qualified(t, "Duration", "java.time.Duration"));
        changes.put("parenthesised-receivers", t -> t.replaceAll("(?<![\\w.\"])ctx\\.", "(ctx)."));
        changes.put(
                "spread-calls",
                t -> t.replaceAll(
                        "(?<![\\w.\"])ctx\\.(step|wait|invoke)\\(", "ctx /* here */\n    . /* now */ $1 (\n"));
        changes.put(
                "final-parameters",
                t -> t.replaceAll("(?<=[(,] ?)DurableContext (\\w+)(?=[,)])", "final DurableContext $1"));
        changes.put("private-methods-renamed", NeutralTexts::renamedMethods);
        changes.put(
                "text-blocks",
                t -> t.replaceAll("ctx\\.(step|wait|invoke)\\(\"([\\w-]+)\"", "ctx.$1(\"\"\"\n        $2\"\"\""));
        return changes;
    }

    private static String oneLine(String text) {
        return text.contains("//") || text.contains("\"\"\"") ? text : text.replaceAll("\\s*\n\\s*", " ");
    }

    private static String reversedImports(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n")));
        List<String> imports = new ArrayList<>(
                lines.stream().filter(l -> l.startsWith("import ")).toList());
        Collections.reverse(imports);
        lines.replaceAll(l -> l.startsWith("import ") ? imports.remove(0) : l);
        return String.join("\n", lines) + "\n";
    }

    private static String qualified(String text, String simple, String name) {
        String code = text.replaceAll("(?<![\\w.\"])" + simple + "\\.", name + ".");
        return code.contains("import " + name + ";") ? code : text;
    }

    private static String constants(String text) {
        Matcher matcher =
                Pattern.compile("ctx\\.(?:step|wait|invoke)\\(\"([\\w-]+)\"").matcher(text);
        StringBuilder members = new StringBuilder();
        StringBuilder changed = new StringBuilder();
        int number = 0;
        while (matcher.find()) {
            String constant = "MUTANT_" + number++;
            members.append("\nstatic final String ")
                    .append(constant)
                    .append(" = \"")
                    .append(matcher.group(1))
                    .append("\";\n");
            matcher.appendReplacement(
                    changed,
                    Matcher.quoteReplacement(matcher.group().replace("\"" + matcher.group(1) + "\"", constant)));
        }
        matcher.appendTail(changed);
        return changed.insert(changed.lastIndexOf("}"), members).toString();
    }

    private static String renamedMethods(String text) {
        Matcher matcher = Pattern.compile("private (?:static )?[\\w<>\\[\\], ]+ (\\w+)\\(")
                .matcher(text);
        String changed = text;
        while (matcher.find()) {
            changed = changed.replaceAll(
                            "(?<![\\w.\"])" + matcher.group(1) + "\\(", "renamed_" + matcher.group(1) + "(")
                    .replaceAll("(?<=::)" + matcher.group(1) + "\\b", "renamed_" + matcher.group(1))
                    .replaceAll("\\bthis\\." + matcher.group(1) + "\\(", "this.renamed_" + matcher.group(1) + "(");
        }
        return changed;
    }
}
