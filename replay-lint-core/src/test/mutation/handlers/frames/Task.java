package frames;

/** Work with a kind. */
public record Task(String kind, String payload) {}
