package modern;

/** A message of a chat. */
public record Message(String id, String text, Kind kind) {
    /** What it is. */
    public enum Kind {
        TEXT, IMAGE, COMMAND
    }
}
