package dev.replaylint.maven;

import dev.replaylint.rule.Nearest;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Warns of configuration that Maven ignores without a word: elements that are no parameters of any goal. */
final class UnknownParameters {

    private UnknownParameters() {}

    static void warn(MojoExecution execution, Log log) {
        Xpp3Dom written = execution.getPlugin().getConfiguration() instanceof Xpp3Dom dom ? dom : null;
        if (written == null) {
            return;
        }
        List<String> names = new ArrayList<>();
        execution
                .getMojoDescriptor()
                .getPluginDescriptor()
                .getMojos()
                .forEach(m -> m.getParameters().forEach(p -> names.add(p.getName())));
        for (Xpp3Dom element : written.getChildren()) {
            String name = element.getName();
            if (!names.contains(name)) {
                log.warn("replay-lint: no goal has a parameter `" + name + "`"
                        + Nearest.to(name, names)
                                .map(n -> "; did you mean `" + n + "`?")
                                .orElse(""));
            }
        }
    }
}
