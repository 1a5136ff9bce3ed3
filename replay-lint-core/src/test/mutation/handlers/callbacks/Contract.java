package callbacks;

/** Something two people sign. */
public record Contract(String id, String first, String second) {}
