package pipeline;

/** A text in work. */
public record Document(String id, String text) {}
