package dev.replaylint.report.html;

import dev.replaylint.rule.Finding;

/**
 * A finding with its place in the report.
 *
 * @param number from 1, worst first
 */
record Numbered(int number, Finding finding) {

    /** Its id in the page. */
    String id() {
        return "f" + number;
    }
}
