package dev.replaylint.benchmark;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Handlers, in groups that share helpers and the entity of a feature. */
final class Groups {

    static final int HANDLERS = 8;

    private static final List<String> HELPERS =
            List.of("Pricing", "Discounts", "TaxRules", "DomesticTax", "ForeignTax", "Labels", "Carrier");

    private Groups() {}

    static void write(ProjectWriter writer, int groups, int handlers) throws IOException {
        for (int group = 0; group < groups; group++) {
            Feature feature = Feature.of(group);
            String module = writer.module(group);
            Map<String, String> values = new LinkedHashMap<>(feature.values());
            values.put("feature", ProjectWriter.packageName(module, feature.packageName()));
            values.put("section", group % 10 == 0 ? "defect" : "clean");
            String name = "orders" + group;
            for (String helper : HELPERS) {
                writer.write(module, "group/" + helper, name, feature, values, true);
            }
            for (int i = group * HANDLERS; i < Math.min(handlers, (group + 1) * HANDLERS); i++) {
                values.put("i", Integer.toString(i));
                writer.write(module, "group/Plan", name, feature, values, true);
                writer.write(module, "group/Handler", name, feature, values, true);
            }
        }
    }
}
