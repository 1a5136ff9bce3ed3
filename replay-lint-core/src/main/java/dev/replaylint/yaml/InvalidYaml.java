package dev.replaylint.yaml;

import dev.replaylint.yaml.YamlNode.Place;

/** A document that cannot be used, with the place of the first reason. */
public final class InvalidYaml extends Exception {

    private static final long serialVersionUID = 1L;

    /** What a reason quotes may be a megabyte; before and behind it there is the reason itself. */
    private static final int LONGEST = 300;

    private final int line;
    private final int column;
    private final boolean remedied;

    public InvalidYaml(Place place, String reason) {
        this(place, clipped(reason), false);
    }

    private InvalidYaml(Place place, String message, boolean remedied) {
        super(message);
        this.remedied = remedied;
        this.line = place.line();
        this.column = place.column();
    }

    private static String clipped(String reason) {
        int end = reason.length() - LONGEST / 2;
        return reason.length() > LONGEST ? reason.substring(0, LONGEST / 2) + "..." + reason.substring(end) : reason;
    }

    /** The same with what to do, unless it says that already. */
    public InvalidYaml with(String remedy) {
        return remedied ? this : new InvalidYaml(new Place(line, column), getMessage() + "; " + remedy, true);
    }

    /** The message behind {@code file:line:column}. */
    public String in(String file) {
        return file + ":" + line + ":" + column + ": " + getMessage();
    }
}
