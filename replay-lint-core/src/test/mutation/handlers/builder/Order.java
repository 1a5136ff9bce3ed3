package builder;

import java.util.Map;

/** What was bought. */
public record Order(String id, String customer, Map<String, Integer> items) {}
