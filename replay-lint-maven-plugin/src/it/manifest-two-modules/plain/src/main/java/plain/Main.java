package plain;

/** Has nothing to do with durable functions. */
public final class Main {}
