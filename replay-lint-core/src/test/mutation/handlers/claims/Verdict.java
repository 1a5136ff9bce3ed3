package claims;

/** What a claim is worth, and since when that is known. */
public record Verdict(long cents, String at) {}
