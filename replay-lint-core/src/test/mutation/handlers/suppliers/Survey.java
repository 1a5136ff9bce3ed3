package suppliers;

import java.util.List;

/** Questions for customers. */
public record Survey(String id, List<String> questions) {}
