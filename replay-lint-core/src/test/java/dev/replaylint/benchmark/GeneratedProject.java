package dev.replaylint.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a project of any size: handlers that each call three helpers deep, every tenth of them down to a clock. */
public final class GeneratedProject {

    private GeneratedProject() {}

    public static void write(Path root, int handlers) throws IOException {
        for (int i = 0; i < handlers; i++) {
            Path directory = root.resolve("shop/p" + i);
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("Handler" + i + ".java"), handler(i));
            Files.writeString(directory.resolve("Pricing" + i + ".java"), pricing(i));
            Files.writeString(directory.resolve("Discounts" + i + ".java"), discounts(i));
            Files.writeString(directory.resolve("Rounding" + i + ".java"), rounding(i));
        }
    }

    private static String handler(int i) {
        StringBuilder text = new StringBuilder();
        text.append("package shop.p").append(i).append(";\n\n");
        text.append("import java.time.Duration;\nimport java.util.ArrayList;\nimport java.util.List;\n");
        text.append("import software.amazon.lambda.durable.DurableContext;\n");
        text.append("import software.amazon.lambda.durable.DurableHandler;\n\n");
        text.append("public final class Handler")
                .append(i)
                .append(" extends DurableHandler<List<String>, String> {\n\n");
        text.append("    private final Pricing")
                .append(i)
                .append(" pricing = new Pricing")
                .append(i)
                .append("();\n\n");
        text.append("    @Override\n    public String handleRequest(List<String> items, DurableContext ctx) {\n");
        text.append("        List<String> lines = new ArrayList<>();\n");
        for (int step = 0; step < 6; step++) {
            text.append("        String price")
                    .append(step)
                    .append(" = pricing.price")
                    .append(step)
                    .append("(items);\n");
            text.append("        lines.add(ctx.step(\"charge-").append(step).append("\", String.class, s -> {\n");
            text.append("            String receipt = \"charged \" + price")
                    .append(step)
                    .append(";\n");
            text.append("            return receipt.strip();\n        }));\n");
            text.append("        if (lines.size() > ").append(step + 10).append(") {\n");
            text.append("            ctx.wait(\"pause-")
                    .append(step)
                    .append("\", Duration.ofMinutes(5));\n        }\n");
        }
        text.append("        return String.join(\",\", lines);\n    }\n}\n");
        return text.toString();
    }

    private static String pricing(int i) {
        StringBuilder text = head(i, "Pricing");
        text.append("    private final Discounts")
                .append(i)
                .append(" discounts = new Discounts")
                .append(i)
                .append("();\n");
        for (int m = 0; m < 6; m++) {
            text.append("\n    String price").append(m).append("(List<String> items) {\n");
            text.append("        long sum = items.stream().mapToLong(String::length).sum();\n");
            text.append("        return discounts.apply")
                    .append(m % 3)
                    .append("(\"")
                    .append(m)
                    .append(":\" + sum);\n    }\n");
        }
        return text.append("}\n").toString();
    }

    private static String discounts(int i) {
        StringBuilder text = head(i, "Discounts");
        for (int m = 0; m < 3; m++) {
            text.append("\n    String apply").append(m).append("(String price) {\n");
            text.append("        List<String> parts = List.of(price.split(\":\"));\n");
            text.append("        for (String part : parts) {\n            if (part.isEmpty()) {\n");
            text.append("                return Rounding")
                    .append(i)
                    .append(".round(\"0\");\n            }\n        }\n");
            text.append("        return Rounding").append(i).append(".round(price);\n    }\n");
        }
        return text.append("}\n").toString();
    }

    private static String rounding(int i) {
        StringBuilder text = head(i, "Rounding");
        text.append("    static String round(String price) {\n");
        text.append("        Function<String, String> rounding = p -> p.length() > 3 ? p.substring(0, 3) : p;\n");
        String suffix = i % 10 == 0 ? " + System.currentTimeMillis()" : "";
        text.append("        return rounding.apply(price)").append(suffix).append(";\n    }\n");
        return text.append("}\n").toString();
    }

    private static StringBuilder head(int i, String name) {
        StringBuilder text = new StringBuilder("package shop.p").append(i).append(";\n\n");
        text.append("import java.util.List;\nimport java.util.function.Function;\n\n");
        return text.append("final class ").append(name).append(i).append(" {\n\n");
    }
}
