package dev.replaylint.tools;

import dev.replaylint.catalog.Catalog;
import dev.replaylint.catalog.Effect;
import dev.replaylint.catalog.Lookup;
import dev.replaylint.program.MethodKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes the catalogue file of AWS operations that take an idempotency token. Reads service models, jars of the SDK, or
 * both; what a later source says of an operation replaces what an earlier one said. Arguments: output file, what the
 * header is to call the sources, and the sources: files or directories.
 */
final class IdempotencyTokens {

    private static final String RULES = "aws-sdk.txt";

    /** Members that nobody fills in, but whose name says what they are for. */
    private static final Set<String> NAMES = Set.of(
            "callerReference",
            "clientRequestToken",
            "clientToken",
            "creatorRequestId",
            "durableExecutionName",
            "idempotencyToken",
            "messageDeduplicationId",
            "uniqueRequestToken");

    /** Members that are filled in like a token, but say which thing is meant: the same value does not mean a repetition. */
    private static final Set<String> IDENTIFIERS =
            Set.of("associatedResourceName", "callbackId", "namedQueryId", "queryExecutionId", "runtimeSessionId");

    /** Its `clientToken` is a worker's credential. */
    private static final String WITH_CREDENTIALS = "codepipeline";

    private IdempotencyTokens() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> sources = Stream.of(arguments).skip(2).map(Path::of).toList();
        List<String> text = new ArrayList<>(header(arguments[1]));
        text.addAll(lines(sources));
        Files.write(Path.of(arguments[0]), text);
    }

    private static List<String> header(String sources) {
        return List.of(
                "# SDK 2: writes whose request has an idempotency token, by the name of the request's setter. `filled=`: if it is",
                "# left unset, the SDK sends a fresh random value with each call. Generated, do not edit: CONTRIBUTING.md says how.",
                "# Read from " + sources + ".",
                "");
    }

    /** The catalogue lines for the operations found in these files, and in files below these directories. */
    static List<String> lines(List<Path> sources) throws IOException {
        SortedMap<Operation, SortedSet<String>> keys = new TreeMap<>();
        for (Path source : sources) {
            for (Path file : files(source)) {
                keys.putAll(read(file));
            }
        }
        Lookup catalog = rules();
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Operation, SortedSet<String>> entry : keys.entrySet()) {
            Operation operation = entry.getKey();
            if (catalog.find(Effect.class, operation.call()).orElseThrow().fact() == Effect.IO_WRITE) {
                lines.add("io-write  " + operation.pattern() + "  key:" + String.join(",", entry.getValue()));
            }
        }
        return lines;
    }

    private static List<Path> files(Path source) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Map<Operation, SortedSet<String>> read(Path file) throws IOException {
        Found found = new Found(new TreeMap<>());
        String name = file.getFileName().toString();
        if (name.endsWith(".jar")) {
            SdkJar.read(file, found);
        } else if (name.startsWith("service-2.json")) {
            ServiceModel.read(file, found);
        }
        return found.keys();
    }

    /** What is a read by the hand-written lines stays one; they are asked first here, whatever this program once wrote. */
    private static Lookup rules() throws IOException {
        try (InputStream file = Catalog.class.getResourceAsStream(RULES)) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return Catalog.bundled().with(lines, RULES).lookup(new NoHierarchy());
        }
    }

    /** An operation of a service, by the service's package and the name of the clients' method. */
    record Operation(String service, String method) implements Comparable<Operation> {

        private String clients(String name) {
            return "software.amazon.awssdk.services." + service + "." + name;
        }

        String pattern() {
            return clients("*Client#") + method;
        }

        MethodKey call() {
            return new MethodKey(clients("AnyClient"), method, "(Ljava/lang/Object;)V");
        }

        @Override
        public int compareTo(Operation other) {
            return pattern().compareTo(other.pattern());
        }
    }

    /** Collects members of requests and keeps those that are tokens. */
    record Found(SortedMap<Operation, SortedSet<String>> keys) {

        void add(Operation operation, String setter, boolean filled) {
            boolean named = NAMES.contains(setter) && !operation.service().equals(WITH_CREDENTIALS);
            if (filled ? !IDENTIFIERS.contains(setter) : named) {
                keys.computeIfAbsent(operation, o -> new TreeSet<>()).add((filled ? "filled=" : "") + setter);
            }
        }
    }
}
