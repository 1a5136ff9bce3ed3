package claims;

/** Money for a claim. */
public record Payment(String claim, long cents) {}
