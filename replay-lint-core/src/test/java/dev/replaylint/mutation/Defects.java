package dev.replaylint.mutation;

import static dev.replaylint.mutation.Defect.computed;
import static dev.replaylint.mutation.Defect.effect;
import static dev.replaylint.mutation.Defect.value;

import java.util.List;
import java.util.Set;

/** The defects that can be moved. */
final class Defects {

    private static final Set<String> EFFECT = Set.of("io-outside-step");

    private Defects() {}

    /** Values that change from one invocation to the next. */
    static List<Defect> values() {
        return List.of(
                value("clock-millis", "wall-clock", "long", "System.currentTimeMillis()"),
                value("clock-nanos", "wall-clock", "long", "System.nanoTime()"),
                value("clock-instant", "wall-clock", "String", "java.time.Instant.now().toString()"),
                value("clock-local-date", "wall-clock", "String", "java.time.LocalDate.now().toString()"),
                value(
                        "clock-zoned",
                        "wall-clock",
                        "String",
                        "java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC).toString()"),
                value("clock-object", "wall-clock", "long", "java.time.Clock.systemUTC().millis()"),
                value("clock-offset", "wall-clock", "long", "java.time.OffsetDateTime.now().toEpochSecond()"),
                value("clock-date", "wall-clock", "long", "new java.util.Date().getTime()"),
                value("clock-calendar", "wall-clock", "long", "java.util.Calendar.getInstance().getTimeInMillis()"),
                value("clock-library", "wall-clock", "long", "com.acme.time.Deadlines.inMinutes(5)"),
                value("random-uuid", "random-value", "String", "java.util.UUID.randomUUID().toString()"),
                value("random-math", "random-value", "long", "(long) (Math.random() * 100)"),
                value("random-new", "random-value", "long", "new java.util.Random().nextLong()"),
                value(
                        "random-thread",
                        "random-value",
                        "long",
                        "java.util.concurrent.ThreadLocalRandom.current().nextLong()"),
                value("random-secure", "random-value", "long", "new java.security.SecureRandom().nextLong()"),
                value("random-split", "random-value", "long", "new java.util.SplittableRandom().nextLong()"),
                value("random-library", "random-value", "String", "com.acme.ids.Ids.fresh()"),
                value("identity-hash", "random-value", "long", "(long) System.identityHashCode(new Object())"),
                computed(
                        "random-shuffle",
                        "random-value",
                        "String",
                        "var mutantOrder = new java.util.ArrayList<>(java.util.List.of(\"a\", \"b\"));\n"
                                + "java.util.Collections.shuffle(mutantOrder);§",
                        "mutantOrder.get(0)"),
                value("invocation-request", "environment-read", "String", "$C.getLambdaContext().getAwsRequestId()"),
                value(
                        "invocation-remaining",
                        "environment-read",
                        "long",
                        "(long) $C.getLambdaContext().getRemainingTimeInMillis()"),
                value("invocation-stream", "environment-read", "String", "$C.getLambdaContext().getLogStreamName()"),
                value("identity-thread", "environment-read", "String", "Thread.currentThread().getName()"),
                value("identity-process", "environment-read", "long", "ProcessHandle.current().pid()"),
                value("identity-memory", "environment-read", "long", "Runtime.getRuntime().freeMemory()"),
                computed(
                        "identity-host",
                        "environment-read",
                        "String",
                        "String mutantHost;\ntry {\nmutantHost = java.net.InetAddress.getLocalHost().getHostName();§\n"
                                + "} catch (java.net.UnknownHostException mutantE) {\n"
                                + "throw new IllegalStateException(mutantE);\n}",
                        "mutantHost"),
                value("environment-variable", "environment-read", "String", "System.getenv(\"MUTANT\")")
                        .likely(),
                value("environment-property", "environment-read", "String", "System.getProperty(\"mutant\")")
                        .likely(),
                computed(
                        "order-of-set",
                        "unordered-iteration",
                        "String",
                        "String mutantJoined = \"\";\nfor (String mutantItem : java.util.Set.of(\"a\", \"b\", \"c\")) {§\n"
                                + "mutantJoined = mutantJoined + mutantItem;§\n}",
                        "mutantJoined"),
                computed(
                        "order-of-keys",
                        "unordered-iteration",
                        "String",
                        "var mutantMap = new java.util.HashMap<String, String>();\nmutantMap.put(\"a\", \"1\");\n"
                                + "var mutantKeys = new java.util.ArrayList<>(mutantMap.keySet());§",
                        "mutantKeys.get(0)§"),
                value("state-counter", "mutable-state", "long", "++mutantCounter§")
                        .with("\nprivate static long mutantCounter;\n"),
                computed(
                                "state-cache",
                                "mutable-state",
                                "String",
                                "if (mutantCache.isEmpty()) {§\nmutantCache.put(\"k\", \"v\");\n} else {\n"
                                        + "mutantCache.put(\"q\", \"w\");\n}",
                                "mutantCache.getOrDefault(\"q\", \"none\")§")
                        .with("\nprivate static final java.util.Map<String, String> mutantCache ="
                                + " new java.util.concurrent.ConcurrentHashMap<>();\n")
                        .likely(),
                computed(
                        "read-file",
                        "io-outside-step",
                        "String",
                        "String mutantRead;\ntry {\nmutantRead = java.nio.file.Files.readString(java.nio.file.Path.of(\"/tmp/x\"));§\n"
                                + "} catch (java.io.IOException mutantE) {\n"
                                + "throw new java.io.UncheckedIOException(mutantE);\n}",
                        "mutantRead"),
                computed(
                        "read-table",
                        "io-outside-step",
                        "String",
                        "var mutantTable = software.amazon.awssdk.services.dynamodb.DynamoDbClient.create();\n"
                                + "var mutantRow = mutantTable.getItem("
                                + "software.amazon.awssdk.services.dynamodb.model.GetItemRequest.builder().build());§",
                        "mutantRow.toString()"));
    }

    /** Effects, which happen again. */
    static List<Defect> effects() {
        return List.of(
                effect("effect-file", EFFECT, """
                        try {
                        java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/x"), "x");§
                        } catch (java.io.IOException mutantE) {
                        throw new java.io.UncheckedIOException(mutantE);
                        }
                        """),
                effect("effect-http", EFFECT, """
                        try {
                        var mutantRequest = java.net.http.HttpRequest.newBuilder(java.net.URI.create("https://x.example")).build();
                        java.net.http.HttpClient.newHttpClient().send(mutantRequest, java.net.http.HttpResponse.BodyHandlers.ofString());§
                        } catch (java.io.IOException | InterruptedException mutantE) {
                        throw new IllegalStateException(mutantE);
                        }
                        """),
                effect("effect-table", EFFECT, """
                        software.amazon.awssdk.services.dynamodb.DynamoDbClient.create().putItem(§
                        software.amazon.awssdk.services.dynamodb.model.PutItemRequest.builder().tableName("t").build());§
                        """),
                effect("effect-queue", EFFECT, """
                        var mutantQueue = software.amazon.awssdk.services.sqs.SqsClient.create();
                        mutantQueue.sendMessage(mutantB -> mutantB.queueUrl("u").messageBody("b"));§
                        """),
                effect("effect-jdbc", EFFECT, """
                        try (var mutantBase = java.sql.DriverManager.getConnection("jdbc:x")) {§
                        mutantBase.createStatement().executeUpdate("delete from x");§
                        } catch (java.sql.SQLException mutantE) {
                        throw new IllegalStateException(mutantE);
                        }
                        """),
                effect("effect-process", EFFECT, """
                        try {
                        new ProcessBuilder("ls").start();§
                        } catch (java.io.IOException mutantE) {
                        throw new java.io.UncheckedIOException(mutantE);
                        }
                        """),
                effect("effect-library", EFFECT, "com.acme.audit.Audit.record(\"x\");§\n"),
                effect("sleep", Set.of("thread-use"), """
                        try {
                        Thread.sleep(100);§
                        } catch (InterruptedException mutantE) {
                        throw new IllegalStateException(mutantE);
                        }
                        """).likely(),
                effect("thread-start", Set.of("thread-use"), """
                        Runnable mutantWork = () -> mutantLog();
                        new Thread(mutantWork).start();§
                        """)
                        .with("\nprivate static void mutantLog() {}\n")
                        .likely(),
                effect("thread-async", Set.of("thread-use"), """
                        java.util.concurrent.CompletableFuture.runAsync(() -> mutantLog());§
                        """)
                        .with("\nprivate static void mutantLog() {}\n")
                        .likely(),
                effect("print", Set.of("replay-logging"), "System.out.println(\"x\");§\n")
                        .likely(),
                effect("plain-logger", Set.of("replay-logging"), """
                        org.slf4j.LoggerFactory.getLogger("x").info("x");§
                        """).likely());
    }
}
