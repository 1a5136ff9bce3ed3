package dev.replaylint.rule;

/**
 * Description of a rule.
 *
 * @param name kebab-case; the configuration key, the page, the SARIF id
 * @param severity the worst it reports unless configured otherwise
 * @param since version that first had it
 * @param summary what it reports, one lower-case phrase without full stop
 * @param group what it looks at
 */
public record RuleInfo(String name, Severity severity, String since, String summary, Group group) {

    private static final String PAGES = "https://replaylint.dev/rules/";

    /** What rules look at; the severity of those that look at the manifest is set for all of them at once. */
    public enum Group {
        /** The code alone. */
        CODE,
        /** The code against the manifest: what breaks running executions. */
        BREAK,
        /** The code against the manifest: what is not recorded. */
        RECORD,
        /** What is written in the code to suppress findings, after all other rules have run. */
        SUPPRESSION;

        /** Whether rules of this group compare the code with the manifest. */
        public boolean isOfTheManifest() {
            return this == BREAK || this == RECORD;
        }
    }

    /** A rule that looks at the code alone. */
    public RuleInfo(String name, Severity severity, String since, String summary) {
        this(name, severity, since, summary, Group.CODE);
    }

    /** Address of the rule's page. */
    public String page() {
        return PAGES + name;
    }
}
