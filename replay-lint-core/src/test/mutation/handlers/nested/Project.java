package nested;

/** A building site. */
public record Project(String id, int floors) {}
