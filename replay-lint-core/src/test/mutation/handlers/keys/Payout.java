package keys;

/** Money for a seller. */
public record Payout(String id, String iban, long cents) {}
