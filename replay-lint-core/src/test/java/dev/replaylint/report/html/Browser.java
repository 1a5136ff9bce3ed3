package dev.replaylint.report.html;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One page in a headless Chromium, driven through its DevTools protocol. */
final class Browser implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
    private static final long SECONDS = 30;

    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> events = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    private final Path profile;

    private Browser(Process process, String address, Path profile) throws IOException, InterruptedException {
        this.process = process;
        this.profile = profile;
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://" + address + "/json/list"))
                .timeout(Duration.ofSeconds(SECONDS))
                .build();
        JsonNode pages = json.readTree(
                http.send(list, HttpResponse.BodyHandlers.ofString()).body());
        String page = "";
        for (JsonNode target : pages) {
            if (target.at("/type").asString().equals("page")) {
                page = target.at("/webSocketDebuggerUrl").asString();
            }
        }
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(page), new Listener())
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
        call("Page.enable", Map.of());
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
    }

    /** The program, if there is one on this machine. */
    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(d -> NAMES.stream().map(n -> Path.of(d, n)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts one with a profile of its own. */
    static Browser start(Path program) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("browser");
        // CI runs as root, where Chromium has no sandbox; it opens nothing but files that the test has written.
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Browser(process, address(process), profile);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String address(Process process) throws IOException {
        BufferedReader lines = process.errorReader();
        CompletableFuture<String> address = CompletableFuture.supplyAsync(() -> lines.lines()
                .map(LISTENING::matcher)
                .filter(Matcher::find)
                .map(m -> m.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the browser ended")));
        String found = address.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        Thread drain = new Thread(() -> lines.lines().forEach(l -> {}), "browser");
        drain.setDaemon(true);
        drain.start();
        return found;
    }

    /** Opens a file in a window of this size; tells after how many milliseconds it was there and drawn. */
    long open(Path file, int width, int height, boolean dark) {
        return open(file.toUri().toString(), width, height, dark);
    }

    long open(String address, int width, int height, boolean dark) {
        size(width, height);
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        errors.clear();
        CompletableFuture<JsonNode> loaded = events.compute("Page.loadEventFired", (k, v) -> new CompletableFuture<>());
        long start = System.nanoTime();
        call("Page.navigate", Map.of("url", address));
        loaded.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        evaluate("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => r(1))))");
        return (System.nanoTime() - start) / 1_000_000;
    }

    void size(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The value of an expression in the page. */
    JsonNode evaluate(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.at("/exceptionDetails").toString());
        }
        return answer.at("/result/value");
    }

    /** Clicks into the middle of an element, as a mouse does. */
    void click(String selector) {
        String element = "document.querySelector(" + json.writeValueAsString(selector) + ")";
        evaluate(element + ".scrollIntoView({block: 'center', inline: 'center'})");
        JsonNode at = evaluate(
                "(r => [r.left + r.width / 2, r.top + r.height / 2])(" + element + ".getBoundingClientRect())");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            at.get(0).asDouble(),
                            "y",
                            at.get(1).asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    /** Presses Enter where the focus is. */
    void pressEnter() {
        for (String type : List.of("keyDown", "keyUp")) {
            Map<String, Object> key = new LinkedHashMap<>(
                    Map.of("type", type, "key", "Enter", "code", "Enter", "windowsVirtualKeyCode", 13));
            if (type.equals("keyDown")) {
                key.put("text", "\r");
            }
            call("Input.dispatchKeyEvent", key);
        }
    }

    /** What the page complained about since it was opened. */
    List<String> errors() {
        return new ArrayList<>(errors);
    }

    void screenshot(Path file) throws IOException {
        JsonNode shot = call("Page.captureScreenshot", Map.of("format", "png"));
        Files.write(file, Base64.getDecoder().decode(shot.at("/data").asString()));
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(json.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        JsonNode message = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        if (message.has("error")) {
            throw new IllegalStateException(method + ": " + message.at("/error"));
        }
        return message.at("/result");
    }

    private void received(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer =
                    answers.remove(message.at("/id").asInt());
            if (answer != null) {
                answer.complete(message);
            }
            return;
        }
        String method = message.at("/method").asString();
        boolean complaint = method.equals("Runtime.exceptionThrown")
                || (method.equals("Log.entryAdded")
                        && message.at("/params/entry/level").asString().equals("error"))
                || (method.equals("Runtime.consoleAPICalled")
                        && message.at("/params/type").asString().equals("error"));
        if (complaint) {
            errors.add(message.at("/params").toString());
        }
        CompletableFuture<JsonNode> waiting = events.remove(method);
        if (waiting != null) {
            waiting.complete(message);
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException | NoSuchFileException | DirectoryNotEmptyException e) {
            // A process that has not quite ended writes its last; what is left is in the directory for temporary files.
        }
    }

    /** Puts the pieces of messages together. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonNode message = json.readTree(text.toString());
                text.setLength(0);
                received(message);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
