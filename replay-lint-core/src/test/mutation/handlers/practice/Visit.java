package practice;

/** A patient comes. */
public record Visit(String patient, int minutes, boolean first) {}
