package waiting;

/** A car that parks. */
public record Parking(String plate, int hours) {}
