package scoring;

/** Somebody who wants credit. */
public record Applicant(String id, String name, long income) {}
