package dev.analystcopilot.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks over HTTP and listens to the end.
public final class Conversation {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final WebTestClient client;
    private final String id;

    public Conversation(WebTestClient client) {
        this.client = client.mutate().responseTimeout(Duration.ofSeconds(60)).build();
        this.id = JSON.readTree(client.post()
                        .uri("/api/v1/conversations")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{}")
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .path("id")
                .asString();
    }

    public String id() {
        return id;
    }

    /// One event of an answer.
    public record Heard(String type, JsonNode data) {}

    public List<Heard> ask(String text) {
        return ask(Map.of("text", text, "lang", "auto"));
    }

    public List<Heard> ask(Map<String, String> message) {
        var events = client.post()
                .uri("/api/v1/conversations/{id}/messages", id)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(message)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                .getResponseBody()
                .collectList()
                .block(Duration.ofSeconds(60));
        return Objects.requireNonNull(events).stream()
                .map(event -> new Heard(event.event(), JSON.readTree(event.data())))
                .toList();
    }

    public static String words(List<Heard> events) {
        return events.stream()
                .filter(event -> event.type().equals("token"))
                .map(event -> event.data().path("text").asString())
                .reduce("", String::concat);
    }

    public static JsonNode only(List<Heard> events, String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " in " + events))
                .data();
    }
}
