package dev.replaylint.durable.name;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills format strings as {@link java.util.Formatter} does, as far as that takes no running. */
final class Formats {

    private static final Pattern SPECIFIER = Pattern.compile("%(\\d+\\$)?([-#+ 0,(<]*\\d*(?:\\.\\d+)?)([a-zA-Z%])");

    private Formats() {}

    static List<Piece> filled(String format, List<List<Piece>> arguments) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = SPECIFIER.matcher(format);
        int end = 0;
        int next = 0;
        while (matcher.find()) {
            pieces.addAll(Piece.text(format.substring(end, matcher.start())));
            end = matcher.end();
            String conversion = matcher.group(3);
            if (conversion.equals("%")) {
                pieces.addAll(Piece.text("%"));
            } else if (!conversion.equals("n")) {
                int index = matcher.group(1) == null
                        ? next++
                        : Integer.parseInt(matcher.group(1).replace("$", "")) - 1;
                pieces.addAll(argument(arguments, index, matcher.group(2), conversion));
            }
        }
        pieces.addAll(Piece.text(format.substring(end)));
        return pieces.stream().filter(p -> p.hole() || !p.text().isEmpty()).toList();
    }

    private static List<Piece> argument(List<List<Piece>> arguments, int index, String flags, String conversion) {
        boolean known = index >= 0 && index < arguments.size();
        if (!known) {
            return Piece.UNKNOWN;
        }
        List<Piece> argument = arguments.get(index);
        boolean plain = flags.isEmpty() && (conversion.equals("s") || conversion.equals("d"));
        return plain || !Piece.tell(argument) ? argument : Piece.UNKNOWN;
    }
}
