package travel;

/** Where somebody wants to go. */
public record Trip(String id, String from, String to, boolean insured) {}
