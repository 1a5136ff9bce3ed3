package dev.replaylint.tools;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Both sources must tell the same, and what is committed must be what they tell. */
class IdempotencyTokensTest {

    private static final String TRANSACT =
            "io-write  software.amazon.awssdk.services.dynamodb.*Client#transactWriteItems  key:filled=clientRequestToken";

    private static final String CLIENTS = "io-write  software.amazon.awssdk.services.costthing.*Client#";

    private static final String MODEL = """
            {
              "metadata": {"serviceId": "%s"},
              "operations": {
                "CreateDBThing": {"name": "CreateDBThing", "input": {"shape": "Create"}},
                "ListThings": {"name": "ListThings", "input": {"shape": "Create"}},
                "Ping": {"name": "Ping"},
                "RunEC2": {"name": "RunEC2", "input": {"shape": "Run"}}
              },
              "shapes": {
                "Create": {"type": "structure", "members": {
                  "ClientRequestToken": {"shape": "Text"},
                  "NextToken": {"shape": "Text"},
                  "RequestId": {"shape": "Text", "idempotencyToken": %s}
                }},
                "Run": {"type": "structure", "members": {
                  "callbackId": {"shape": "Text", "idempotencyToken": true},
                  "clientToken": {"shape": "Text"}
                }}
              }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void findsWhatTheSdkFillsInInItsClasses() throws Exception {
        List<String> lines = IdempotencyTokens.lines(List.of(dynamo()));

        assertThat(lines).contains(TRANSACT);
        assertThat(lines.toString()).doesNotContain("#putItem");
    }

    @Test
    void findsWhatTheSdkFillsInInItsModel() throws IOException {
        model("service-2.json", "AWS Cost Thing Service", true);

        assertThat(IdempotencyTokens.lines(List.of(directory)))
                .containsExactly(
                        CLIENTS + "createDBThing  key:clientRequestToken,filled=requestId",
                        CLIENTS + "runEC2  key:clientToken")
                .inOrder();
    }

    @Test
    void leavesOutCredentials() throws IOException {
        model("service-2.json", "CodePipeline", true);

        assertThat(IdempotencyTokens.lines(List.of(directory)).toString()).doesNotContain("runEC2");
    }

    @Test
    void laterSourcesReplaceEarlierOnes() throws IOException {
        Path older = model("service-2.json.old", "Cost Thing", true);
        Path newer = model("service-2.json.new", "Cost Thing", false);

        assertThat(IdempotencyTokens.lines(List.of(older, newer)))
                .contains(CLIENTS + "createDBThing  key:clientRequestToken");
    }

    @Test
    void whatIsCommittedHoldsForTheSdkOfTheFixtures() throws Exception {
        assertThat(committed()).containsAtLeastElementsIn(IdempotencyTokens.lines(List.of(dynamo())));
    }

    private Path model(String file, String serviceId, boolean filled) throws IOException {
        return Files.writeString(directory.resolve(file), MODEL.formatted(serviceId, filled));
    }

    private static Path dynamo() throws Exception {
        return Path.of(DynamoDbClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static List<String> committed() throws IOException {
        try (InputStream file = Catalog.class.getResourceAsStream("aws-idempotency.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
