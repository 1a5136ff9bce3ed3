package config;

import java.time.Duration;

/** How this function works; the same for each published version. */
final class Settings {
    private static final String QUEUE = "jobs:live";
    private static final int ROUNDS = 4;

    String queue() {
        return QUEUE;
    }

    int rounds() {
        return ROUNDS;
    }

    Duration pause() {
        return Duration.ofMinutes(30);
    }
}
