package injected;

/** Somebody who is ill. */
public record Patient(String id, String illness) {}
