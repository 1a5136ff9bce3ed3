package race;

/** What somebody needs. */
public record Need(String article, int count) {}
