package dev.replaylint.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What GitHub's runner takes for commands, written after {@code ActionCommand.TryParseV2} and {@code TryParse} of actions/runner. */
public final class RunnerCommands {

    /**
     * A command as it reaches the runner.
     *
     * @param name in lower case as it stands
     * @param data with its escapes read
     */
    public record Command(String name, Map<String, String> properties, String data) {}

    private RunnerCommands() {}

    /** The commands in a console's text, whoever wrote them. */
    public static List<Command> in(String output) {
        List<Command> commands = new ArrayList<>();
        for (String line : output.split("\r\n|\r|\n", -1)) {
            current(line).or(() -> old(line)).ifPresent(commands::add);
        }
        return commands;
    }

    /** {@code ::name key=value,key=value::data} at the start of the line, behind blanks. */
    private static Optional<Command> current(String line) {
        String text = line.stripLeading();
        int end = text.indexOf("::", 2);
        return text.startsWith("::") && end >= 0
                ? command(text.substring(2, end), ",", text.substring(end + 2))
                : Optional.empty();
    }

    /** {@code ##[name key=value;key=value]data} anywhere in the line. */
    private static Optional<Command> old(String line) {
        int start = line.indexOf("##[");
        int end = start < 0 ? -1 : line.indexOf(']', start);
        return end >= 0 ? command(line.substring(start + 3, end), ";", line.substring(end + 1)) : Optional.empty();
    }

    private static Optional<Command> command(String head, String separator, String data) {
        String[] parts = head.strip().split(" ", 2);
        Map<String, String> properties = new LinkedHashMap<>();
        for (String pair : parts.length < 2 ? new String[0] : parts[1].strip().split(separator)) {
            String[] sides = pair.split("=", 2);
            if (sides.length == 2) {
                properties.put(sides[0].strip(), read(sides[1]));
            }
        }
        return parts[0].isEmpty() ? Optional.empty() : Optional.of(new Command(parts[0], properties, read(data)));
    }

    private static String read(String text) {
        return text.replace("%3A", ":")
                .replace("%2C", ",")
                .replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("%25", "%");
    }
}
