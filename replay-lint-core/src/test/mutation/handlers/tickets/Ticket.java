package tickets;

/** A question of a customer. */
public record Ticket(String id, Priority priority, String text) {}
