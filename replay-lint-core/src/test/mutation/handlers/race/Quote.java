package race;

/** A price with its seller. */
public record Quote(String seller, long cents) {}
