package retries;

/** A file that goes to a partner. */
public record Upload(String file, String partner) {}
