package exports;

/** What is to be exported. */
public record ExportRequest(String table, String mail) {}
