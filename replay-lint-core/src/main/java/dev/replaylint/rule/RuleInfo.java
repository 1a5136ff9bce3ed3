package dev.replaylint.rule;

/**
 * Description of a rule.
 *
 * @param name kebab-case; the configuration key, the page, the SARIF id
 * @param severity the worst it reports unless configured otherwise
 * @param since version that first had it
 * @param summary what it reports, one lower-case phrase without full stop
 */
public record RuleInfo(String name, Severity severity, String since, String summary) {

    private static final String PAGES = "https://replaylint.dev/rules/";

    /** Address of the rule's page. */
    public String page() {
        return PAGES + name;
    }
}
