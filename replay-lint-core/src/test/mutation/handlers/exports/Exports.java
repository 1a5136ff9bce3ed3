package exports;

/** The exports of a database. */
final class Exports {
    String start(String table) {
        return "job-" + table;
    }

    String state(String job) {
        return job.isEmpty() ? "NEW" : "DONE";
    }
}
