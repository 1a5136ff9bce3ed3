package flat;

import java.util.List;

/** Rows from a file. */
public record Import(String file, List<String> rows) {}
