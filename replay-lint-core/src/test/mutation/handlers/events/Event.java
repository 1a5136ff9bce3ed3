package events;

/** Something that happened. */
public sealed interface Event permits Event.Created, Event.Closed, Event.Moved {
    /** Something is new. */
    record Created(String id) implements Event {}

    /** Something ended. */
    record Closed(String id, String reason) implements Event {}

    /** Something is elsewhere. */
    record Moved(String id, String to) implements Event {}
}
