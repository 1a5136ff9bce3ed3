package inheritance;

/** Something that needs care. */
public record Machine(String id, int hours) {}
