package anonymous;

/** Something to be carried. */
public record Parcel(String id, int grams) {}
