package executed;

/** Money that goes back. */
public record Refund(String id, long cents) {}
