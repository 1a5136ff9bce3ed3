package claims;

import java.util.List;

/** A damage somebody wants to be paid for. */
public record Claim(String id, String policy, long cents, List<String> photos) {}
