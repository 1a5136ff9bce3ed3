package logging;

/** Goods on their way. */
public record Shipment(String id, String harbour) {}
