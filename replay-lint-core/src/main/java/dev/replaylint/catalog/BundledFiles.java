package dev.replaylint.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The data files that come with the analyzer. They are named one by one, since a jar's folders cannot be listed
 * portably.
 */
final class BundledFiles {

    static final List<String> NAMES = List.of(
            "aws-idempotency.txt",
            "aws-sdk.txt",
            "caches-and-collections.txt",
            "cloud-and-payment.txt",
            "databases.txt",
            "delivery.txt",
            "failures.txt",
            "feature-flags.txt",
            "http.txt",
            "ids.txt",
            "jdk-collections.txt",
            "jdk-ends.txt",
            "jdk-environment.txt",
            "jdk-flow.txt",
            "jdk-functions.txt",
            "jdk-identity.txt",
            "jdk-io.txt",
            "jdk-locks.txt",
            "jdk-order.txt",
            "jdk-pairs.txt",
            "jdk-parts.txt",
            "jdk-random.txt",
            "jdk-repetition.txt",
            "jdk-sizes.txt",
            "jdk-threads.txt",
            "jdk-time.txt",
            "json.txt",
            "logging.txt",
            "messaging.txt",
            "metrics.txt",
            "opaque.txt",
            "renewals.txt",
            "time-libraries.txt");

    /** Read when they are first asked for. */
    private static final class Entries {
        static final List<CatalogEntry<?>> ALL = List.copyOf(read());
    }

    private BundledFiles() {}

    /** What all files say, in the order of files and lines. Read once: builds analyse many modules. */
    static List<CatalogEntry<?>> entries() {
        return Entries.ALL;
    }

    private static List<CatalogEntry<?>> read() {
        EntryParser parser = new EntryParser(0);
        for (String name : NAMES) {
            parser.read(lines(name), name);
        }
        return parser.entries();
    }

    static List<String> lines(String name) {
        try (InputStream file = BundledFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the catalogue file " + name + " is missing from the analyzer's jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the catalogue file " + name + " cannot be read", unreadable);
        }
    }
}
