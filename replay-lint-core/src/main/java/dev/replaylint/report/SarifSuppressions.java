package dev.replaylint.report;

import dev.replaylint.rule.Suppressed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why results are not to be acted upon, as SARIF says it (3.27.23, 3.35). */
final class SarifSuppressions {

    private SarifSuppressions() {}

    /** Completes a result. */
    static void add(Suppressed suppressed, Map<String, Object> result) {
        Map<String, Object> suppression = new LinkedHashMap<>();
        suppression.put("kind", suppressed.how() == Suppressed.How.CODE ? "inSource" : "external");
        if (!suppressed.reason().isEmpty()) {
            suppression.put("justification", suppressed.reason());
        }
        if (suppressed.how() == Suppressed.How.BASELINE) {
            result.put("baselineState", "unchanged");
        }
        result.put("suppressions", List.of(suppression));
    }
}
