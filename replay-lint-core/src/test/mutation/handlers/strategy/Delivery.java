package strategy;

/** How goods get to somebody. */
public record Delivery(String id, String way) {}
