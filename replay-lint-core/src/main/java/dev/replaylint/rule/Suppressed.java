package dev.replaylint.rule;

/**
 * A finding that is not to be acted upon.
 *
 * @param how who says so
 * @param reason why, in the words of whoever decided; empty if nobody says
 */
public record Suppressed(Finding finding, How how, String reason) implements Comparable<Suppressed> {

    /** Where the decision is written down. */
    public enum How {
        /** In the baseline. */
        BASELINE("accepted in the baseline"),
        /** Next to the code. */
        CODE("suppressed in the code"),
        /** In the configuration. */
        CONFIGURATION("excluded by the configuration");

        private final String label;

        How(String label) {
            this.label = label;
        }

        /** {@code suppressed in the code}. */
        public String label() {
            return label;
        }
    }

    /** The same with another severity. */
    public Suppressed with(Severity other) {
        return new Suppressed(finding.with(other), how, reason);
    }

    @Override
    public int compareTo(Suppressed other) {
        int byFinding = finding.compareTo(other.finding);
        return byFinding != 0 ? byFinding : how.compareTo(other.how);
    }
}
