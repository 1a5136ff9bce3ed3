package dev.replaylint.report.merged;

import dev.replaylint.program.Location;
import dev.replaylint.program.Problem;
import dev.replaylint.report.Coverage;
import dev.replaylint.report.JsonWriter;
import dev.replaylint.report.Report;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppressed;
import dev.replaylint.yaml.InvalidYaml;
import dev.replaylint.yaml.YamlDocument;
import dev.replaylint.yaml.YamlNode;
import dev.replaylint.yaml.YamlNode.Place;
import dev.replaylint.yaml.YamlNode.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads reports as {@link JsonWriter} writes them. Half of one would pass for a clean one, so nothing is skipped or guessed.
 *
 * @param rules that findings can be of
 */
public record ReportReader(List<RuleInfo> rules) {

    private static final String REMEDY = "write it again with replay-lint:check";

    public ReportReader {
        rules = List.copyOf(rules);
    }

    /** The report in a file. */
    public ModuleReport read(Path file) throws InvalidReport {
        try {
            return read(Files.readAllBytes(file));
        } catch (InvalidYaml e) {
            throw new InvalidReport(e.with(REMEDY).in(file.toString()));
        } catch (IOException e) {
            throw new InvalidReport(file + ": cannot be read: " + e.getMessage());
        }
    }

    /** The report in a text. */
    public ModuleReport read(String text) throws InvalidReport {
        try {
            return read(text.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidYaml e) {
            throw new InvalidReport(e.with(REMEDY).in("report"));
        }
    }

    private ModuleReport read(byte[] bytes) throws InvalidYaml {
        YamlNode root =
                YamlDocument.readJson(bytes).orElseThrow(() -> new InvalidYaml(new Place(1, 1), "the file is empty"));
        Members document = Members.of(root);
        if (!document.text("format").equals(JsonWriter.FORMAT)) {
            throw document.invalid("format", "is not `" + JsonWriter.FORMAT + "`: this is no report of replay-lint");
        }
        if (document.number("formatVersion") != JsonWriter.VERSION) {
            throw document.invalid(
                    "formatVersion",
                    "is not " + JsonWriter.VERSION + ": another version of replay-lint wrote this report");
        }
        Report report = new Report(
                document.list("findings", this::finding),
                coverage(Members.of(document.node("coverage"))),
                document.list("problems", ReportReader::problem),
                rules,
                List.of(),
                document.list("suppressed", this::suppressed));
        return new ModuleReport(document.text("module"), report);
    }

    private Finding finding(YamlNode node) throws InvalidYaml {
        Members members = Members.of(node);
        String rule = members.text("rule");
        if (rules.stream().noneMatch(r -> r.name().equals(rule))) {
            throw members.invalid("rule", "is `" + rule + "`, which this version of replay-lint does not know");
        }
        Optional<Severity> severity = Severity.of(members.text("severity"));
        if (severity.isEmpty()) {
            throw members.invalid("severity", "is none of error, warning and info");
        }
        return new Finding(
                rule,
                severity.get(),
                location(members),
                members.text("member"),
                members.text("message"),
                members.list("path", ReportReader::frame),
                members.text("help"),
                members.text("fingerprint"),
                reaches(members),
                Optional.empty());
    }

    private static Optional<Location> reaches(Members members) throws InvalidYaml {
        Optional<YamlNode> reached = members.optional("reaches");
        return reached.isPresent() ? Optional.of(location(Members.of(reached.get()))) : Optional.empty();
    }

    private Suppressed suppressed(YamlNode node) throws InvalidYaml {
        Members suppression = Members.of(Members.of(node).node("suppression"));
        String where = suppression.text("in");
        for (Suppressed.How how : Suppressed.How.values()) {
            if (how.name().toLowerCase(Locale.ROOT).equals(where)) {
                return new Suppressed(finding(node), how, suppression.text("reason"));
            }
        }
        throw suppression.invalid("in", "is none of baseline, code and configuration");
    }

    private static Frame frame(YamlNode node) throws InvalidYaml {
        Members members = Members.of(node);
        return new Frame(members.text("member"), location(members));
    }

    private static Location location(Members members) throws InvalidYaml {
        return new Location(members.text("file"), members.number("line"), members.number("column"));
    }

    private static Problem problem(YamlNode node) throws InvalidYaml {
        Members members = Members.of(node);
        return new Problem(members.text("file"), members.number("line"), members.text("reason"), members.flag("lost"));
    }

    private static Coverage coverage(Members members) throws InvalidYaml {
        return new Coverage(
                members.number("handlers"),
                members.number("operations"),
                members.number("files"),
                members.number("filesRead"),
                members.number("libraryMethods"),
                members.number("resolvedCalls"),
                members.number("assumedCalls"),
                members.number("unresolvedCalls"),
                members.list("unresolved", ReportReader::text));
    }

    private static String text(YamlNode node) throws InvalidYaml {
        if (node instanceof Text text && text.quoted()) {
            return text.value();
        }
        throw new InvalidYaml(node.place(), "there is no text here");
    }
}
