package tokens;

/** What is looked for. */
public record Search(String text, int most) {}
