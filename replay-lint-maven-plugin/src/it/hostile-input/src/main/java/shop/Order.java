package shop;

/** What the customer wants. */
public record Order(String id, long cents) {}
