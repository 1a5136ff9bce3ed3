package dev.replaylint.tools;

import dev.replaylint.tools.IdempotencyTokens.Found;
import dev.replaylint.tools.IdempotencyTokens.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A service's model, {@code service-2.json}, plain or compressed: all AWS SDKs are generated from these. */
final class ServiceModel {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Clients that live in another service's module, by the identifier of the service. */
    private static final Map<String, String> NESTED =
            Map.of("DynamoDB Streams", "dynamodb.streams", "WAF Regional", "waf.regional");

    private ServiceModel() {}

    static void read(Path file, Found found) throws IOException {
        JsonNode model = parse(file);
        String service = service(model.path("metadata").path("serviceId").asString());
        model.path("operations").forEachEntry((name, described) -> {
            Operation operation = new Operation(service, lowerFirst(name));
            String input = described.path("input").path("shape").asString("");
            model.path("shapes").path(input).path("members").forEachEntry((member, traits) -> {
                boolean filled = traits.path("idempotencyToken").asBoolean(false);
                found.add(operation, lowerFirst(member), filled);
            });
        });
    }

    private static JsonNode parse(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return JSON.readTree(in);
        }
    }

    private static String service(String id) {
        String name = id.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        return NESTED.getOrDefault(id, name.replaceAll("^(amazon|aws)|service$", ""));
    }

    /** As the SDK's generator does it: of capitals in a row, the last one begins the next word. */
    private static String lowerFirst(String name) {
        int end = 1;
        while (end < name.length() && Character.isUpperCase(name.charAt(end)) && !beginsWord(name, end)) {
            end++;
        }
        return name.substring(0, end).toLowerCase(Locale.ROOT) + name.substring(end);
    }

    private static boolean beginsWord(String name, int index) {
        return index + 1 < name.length() && Character.isLowerCase(name.charAt(index + 1));
    }
}
