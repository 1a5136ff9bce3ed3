package dev.replaylint.maven;

import dev.replaylint.Configuration;
import dev.replaylint.ConfigurationReader;
import dev.replaylint.ReplayLint;
import dev.replaylint.RuleSettings;
import dev.replaylint.RuleSettings.Setting;
import dev.replaylint.report.RulePages;
import dev.replaylint.report.page.TerminalPage;
import dev.replaylint.rule.Nearest;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Prints the page of a rule, or all rules with their severities and where those were set. Needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "explain", threadSafe = true, aggregator = true, requiresProject = false)
@SuppressWarnings("NullAway.Init")
public final class ExplainMojo extends ReplayLintMojo {

    private static final int COLUMNS = 100 - "[INFO] ".length();

    /** Name of a rule, such as {@code wall-clock}; all rules are listed if it is not set. */
    @Parameter(property = "replay-lint.rule")
    private @Nullable String rule;

    /** As for {@code check}. */
    @Parameter(property = "replay-lint.manifest.severity")
    private @Nullable String manifestSeverity;

    /** As for {@code check}. */
    @Parameter(property = "replay-lint.requireManifest")
    private @Nullable Boolean requireManifest;

    @Override
    void run() throws MojoExecutionException {
        List<Setting> settings = settings();
        if (rule == null) {
            print(settings);
            return;
        }
        String name = rule.strip();
        Setting setting = settings.stream()
                .filter(s -> s.rule().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MojoExecutionException("there is no rule `" + name + "`"
                        + meant(name)
                                .map(n -> "; did you mean `" + n + "`?")
                                .orElse("; mvn replay-lint:explain lists all")));
        print(setting);
    }

    /** The name of which this is a slip, or else a part. */
    private static Optional<String> meant(String name) {
        Set<String> names = ReplayLint.ruleNames();
        return Nearest.to(name, names)
                .or(() -> names.stream().filter(n -> n.contains(name)).findFirst());
    }

    private List<Setting> settings() throws MojoExecutionException {
        Module module = new Module(project, session, false, false);
        Optional<Path> file = module.configurationFile();
        Map<String, String> origins = new HashMap<>();
        try {
            if (file.isPresent()) {
                String name = module.printed(file.get());
                ConfigurationReader.lines(file.get())
                        .forEach((setting, line) -> origins.put(setting, name + ":" + line));
            }
            Configuration read = ConfigurationReader.read(file, List.of(), List.of());
            if (manifestSeverity != null) {
                origins.put("manifest.severity", "parameter manifestSeverity");
            }
            if (requireManifest != null) {
                origins.put("requireManifest", "parameter requireManifest");
            }
            Configuration configuration =
                    read.with(AnalysisMojo.settings(read.manifest(), manifestSeverity, requireManifest));
            return new RuleSettings(configuration, origins).all();
        } catch (ConfigurationReader.Invalid e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void print(List<Setting> settings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("rule", "default", "here", "set in"));
        settings.forEach(s -> rows.add(List.of(
                s.rule().name(),
                s.rule().severity().label(),
                s.severity().map(Severity::label).orElse("off"),
                s.origin())));
        List<String> lines = TerminalPage.table(rows);
        getLog().at(Severity.INFO, lines.get(0), "");
        lines.subList(1, lines.size()).forEach(l -> getLog().info(l));
        getLog().info("");
        getLog().info("Severities are the worst that a rule reports by itself, and exact where they are set.");
        getLog().info("The page of a rule: mvn replay-lint:explain -Dreplay-lint.rule="
                + settings.get(0).rule().name());
    }

    private void print(Setting setting) {
        RuleInfo info = setting.rule();
        String here = setting.severity().map(Severity::label).orElse("off");
        getLog().at(Severity.INFO, info.name(), ": " + info.summary());
        getLog().info("Up to " + info.severity().label() + ", since " + info.since()
                + (setting.origin().equals("default") ? "" : "; here " + here + " (" + setting.origin() + ")"));
        String page = RulePages.of(info.name()).orElseThrow();
        for (TerminalPage.Line line : TerminalPage.lines(page, COLUMNS)) {
            if (line.heading()) {
                getLog().at(Severity.INFO, line.text(), "");
            } else {
                getLog().info(line.text());
            }
        }
        getLog().info("");
        getLog().info(info.page());
    }
}
