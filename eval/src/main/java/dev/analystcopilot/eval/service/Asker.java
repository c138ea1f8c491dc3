package dev.analystcopilot.eval.service;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody with a token, or a stranger without one, over HTTP. Blocks; may be used by several threads.
public final class Asker {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client;
    private final String url;
    private final String token;

    /// @param url of the service
    /// @param token empty for a stranger
    public Asker(HttpClient client, String url, String token) {
        this.client = requireNonNull(client, "client");
        this.url = requireNonNull(url, "url");
        this.token = requireNonNull(token, "token");
    }

    /// An answer with its status, whatever it is.
    public record Reply(int status, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }
    }

    public Reply get(String path) {
        return reply(request(path).GET());
    }

    public Reply post(String path, Object body) {
        return reply(posting(path, body));
    }

    /// Any request, with the token: `headers` in pairs of name and value.
    public Reply send(String method, String path, String body, String... headers) {
        var request = request(path).method(method, HttpRequest.BodyPublishers.ofString(body));
        return reply(headers.length == 0 ? request : request.headers(headers));
    }

    /// A fresh conversation's id.
    public String conversation() {
        return conversation(Map.of());
    }

    /// @param about such as `caseId` and `lang`
    public String conversation(Map<String, String> about) {
        Reply created = post("/api/v1/conversations", about);
        if (created.status() != 201) {
            throw new IllegalStateException("no conversation: " + created);
        }
        return created.json().path("id").asString();
    }

    /// Asks in a fresh conversation and listens to the end.
    public List<Heard> ask(String question) {
        return ask(conversation(), question);
    }

    public List<Heard> ask(String conversation, String question) {
        List<Heard> events = new ArrayList<>();
        listen(conversation, Map.of("text", question, "lang", "auto"), events::add);
        return events;
    }

    /// Asks, and hands on each event as it is heard. An error before the stream begins is thrown with its status.
    ///
    /// @param message `text`, and perhaps `caseId` and `lang`
    public void listen(String conversation, Map<String, String> message, Consumer<Heard> heard) {
        var request = posting("/api/v1/conversations/" + conversation + "/messages", message)
                .header("Accept", "text/event-stream");
        try {
            var response = client.send(request.build(), BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(
                            response.statusCode() + ": " + lines.lines().reduce("", String::concat));
                }
                String type = "message";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event:")) {
                        type = line.substring("event:".length()).strip();
                    } else if (line.startsWith("data:")) {
                        long now = System.nanoTime();
                        heard.accept(new Heard(type, JSON.readTree(line.substring("data:".length())), now));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the answer broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while listening", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder posting(String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private Reply reply(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a reply", e);
        }
    }
}
