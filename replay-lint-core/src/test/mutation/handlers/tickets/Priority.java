package tickets;

import java.time.Duration;

/** How urgent it is, and what that means. */
public enum Priority {
    LOW(Duration.ofDays(3)) {
        @Override
        String queue(Ticket ticket) {
            return "slow:live";
        }
    },
    HIGH(Duration.ofHours(1)) {
        @Override
        String queue(Ticket ticket) {
            return ticket.text().contains("fire") ? "fire:live" : "fast:live";
        }
    };

    private final Duration patience;

    Priority(Duration patience) {
        this.patience = patience;
    }

    Duration patience() {
        return patience;
    }

    abstract String queue(Ticket ticket);
}
