package lookup;

/** Where somebody lives. */
public record Country(String code) {}
