package dev.analystcopilot.api.cli;

import dev.analystcopilot.api.local.ServiceFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the running service of this installation.
final class ServiceClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final String base;
    private final String token;

    private ServiceClient(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /// @throws IllegalStateException if no service of this installation is running
    static ServiceClient of(ServiceFiles files) {
        String remedy = "the service is not running: './copilot run' starts it";
        int port = files.port().orElseThrow(() -> new IllegalStateException(remedy));
        String token = files.cliToken().orElseThrow(() -> new IllegalStateException(remedy));
        return new ServiceClient("http://127.0.0.1:" + port, token);
    }

    String base() {
        return base;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return read(http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString()));
    }

    /// What the service sends, as it came.
    byte[] file(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 400) {
            throw problem(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return read(http.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    /// Hands over the events as they come, until the taker has had enough.
    void stream(String path, Object body, BiPredicate<String, JsonNode> goesOn)
            throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() >= 400) {
            throw problem(
                    response.statusCode(), String.join("\n", response.body().toList()));
        }
        try (Stream<String> lines = response.body()) {
            var events = new EventLines();
            for (String line : (Iterable<String>) lines::iterator) {
                if (events.complete(line) && !goesOn.test(events.name(), JSON.readTree(events.data()))) {
                    return;
                }
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private static JsonNode read(HttpResponse<String> response) {
        if (response.statusCode() >= 400) {
            throw problem(response.statusCode(), response.body());
        }
        return JSON.readTree(response.body());
    }

    private static IllegalStateException problem(int status, String body) {
        String detail =
                body.startsWith("{") ? JSON.readTree(body).path("detail").asString(body) : body;
        return new IllegalStateException("the service answered %d: %s".formatted(status, detail));
    }

    static String encode(String value) {
        return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }

    /// Puts the lines of a server-sent event together.
    private static final class EventLines {
        private String name = "";
        private final StringBuilder data = new StringBuilder();
        private String doneName = "";
        private String doneData = "";

        /// Whether this line ends an event.
        boolean complete(String line) {
            if (line.startsWith("event:")) {
                name = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()));
            } else if (line.isEmpty() && !data.isEmpty()) {
                doneName = name;
                doneData = data.toString();
                name = "";
                data.setLength(0);
                return true;
            }
            return false;
        }

        String name() {
            return doneName;
        }

        String data() {
            return doneData;
        }
    }
}
