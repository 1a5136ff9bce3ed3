package futures;

/** A report of several parts. */
public record Report(String id, String month) {}
