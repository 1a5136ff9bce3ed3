package state;

/** A game of several rounds. */
public record Game(String id, int rounds) {}
