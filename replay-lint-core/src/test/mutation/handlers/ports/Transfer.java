package ports;

/** Money from one account to another. */
public record Transfer(String id, String from, String to, long cents) {}
