package chained;

/** A film. */
public record Video(String id, String format) {}
