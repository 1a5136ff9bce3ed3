package exceptions;

/** Money for a house. */
public record Loan(String id, long cents) {}
