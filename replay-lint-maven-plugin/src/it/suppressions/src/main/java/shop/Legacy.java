package shop;

import java.time.Instant;

/** On its way out. */
final class Legacy {

    static String stamp() {
        return "stamped " + Instant.now();
    }
}
