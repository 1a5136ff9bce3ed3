package dev.replaylint.benchmark;

import java.io.IOException;
import java.util.List;

/** Code that no handler enters, but for the entities and their states. */
final class Features {

    private static final List<String> ENTITY = List.of("Entity", "Status");

    private static final List<String> REST = List.of(
            "Dto",
            "Mapper",
            "Validator",
            "Exception",
            "Repository",
            "JdbcRepository",
            "Service",
            "Controller",
            "Report");

    private Features() {}

    /** Writes what groups need, and then as much as is wanted. */
    static void write(ProjectWriter writer, int groups) throws IOException {
        for (int number = 0; number < groups; number++) {
            write(writer, number, ENTITY, true);
        }
        for (int number = 0; !writer.isComplete(); number++) {
            if (number >= groups) {
                write(writer, number, ENTITY, false);
            }
            write(writer, number, REST, false);
        }
    }

    private static void write(ProjectWriter writer, int number, List<String> templates, boolean entered)
            throws IOException {
        Feature feature = Feature.of(number);
        for (String template : templates) {
            writer.write(
                    writer.module(number),
                    "feature/" + template,
                    feature.packageName(),
                    feature,
                    feature.values(),
                    entered);
        }
    }
}
