package fanout;

import java.util.List;

/** Files that are to be converted. */
public record Batch(String bucket, List<String> keys) {}
