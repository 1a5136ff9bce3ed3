package dev.replaylint.report.ci;

import dev.replaylint.report.Sanitizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A command that GitHub's runner reads from a line of output, as {@code ActionCommand} of actions/runner does: properties end at a
 * comma or colon, the message at the end of the line.
 *
 * @param name of the command
 * @param properties in their order
 * @param message its lines
 */
record WorkflowCommand(String name, Map<String, String> properties, List<String> message) {

    WorkflowCommand {
        properties = new LinkedHashMap<>(properties);
        message = List.copyOf(message);
    }

    /** The line, without a line end. */
    String line() {
        String written = properties.entrySet().stream()
                .map(p -> p.getKey() + "=" + property(p.getValue()))
                .collect(Collectors.joining(","));
        String data = message.stream().map(WorkflowCommand::data).collect(Collectors.joining("%0A"));
        return "::" + name + (written.isEmpty() ? "" : " " + written) + "::" + data;
    }

    /** Of line ends none are left, so that a percent sign is all there is to escape. */
    private static String data(String text) {
        return Sanitizer.line(text).replace("%", "%25");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
