package events;

/** An event as it comes from the queue. */
public record Envelope(String type, String id, String detail) {
    Event event() {
        return switch (type) {
            case "created" -> new Event.Created(id);
            case "closed" -> new Event.Closed(id, detail);
            default -> new Event.Moved(id, detail);
        };
    }
}
