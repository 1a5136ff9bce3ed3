package dev.replaylint.yaml;

import dev.replaylint.yaml.YamlNode.Place;

/** A document that cannot be used, with the place of the first reason. */
public final class InvalidYaml extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    public InvalidYaml(Place place, String reason) {
        super(reason);
        this.line = place.line();
        this.column = place.column();
    }

    /** The same with what to do. */
    public InvalidYaml with(String remedy) {
        return new InvalidYaml(new Place(line, column), getMessage() + "; " + remedy);
    }

    /** The message behind {@code file:line:column}. */
    public String in(String file) {
        return file + ":" + line + ":" + column + ": " + getMessage();
    }
}
