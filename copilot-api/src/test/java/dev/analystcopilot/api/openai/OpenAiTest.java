package dev.analystcopilot.api.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.intake.ProductKnowledge;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class OpenAiTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String QUESTION = "What happened on web-01 on 24 January 2022?";

    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @BeforeAll
    static void fill() {
        var _ = ProductKnowledge.load(API.database());
        Samples.store(API.database(), "demo");
    }

    @Test
    void analystsMayChooseBetweenTwoModelsStaffHaveOne() {
        assertThat(models(API.as(Role.ANALYST))).containsExactly("analyst-copilot", "staff-desk");
        assertThat(models(API.as(Role.STAFF))).containsExactly("staff-desk");
    }

    @Test
    void answersWithSourcesAndTheComputedVerdict() {
        JsonNode completion = whole(API.as(Role.ANALYST), ask("analyst-copilot", QUESTION, "{}"));

        String text = completion.at("/choices/0/message/content").asString();
        assertThat(text).contains("[1]").contains("**Sources**").contains("`" + Samples.CASE + "`");
        assertThat(completion.at("/choices/0/finish_reason").asString()).isEqualTo("stop");
        assertThat(completion.at("/copilot/disposition").asString()).isEqualTo("true_positive");
        assertThat(completion.at("/copilot/tier").asString()).isEqualTo("narrator");
        assertThat(completion.at("/usage/total_tokens").asInt())
                .isEqualTo(completion.at("/usage/prompt_tokens").asInt()
                        + completion.at("/usage/completion_tokens").asInt());
    }

    @Test
    void streamsTheSameWords() {
        String whole = whole(API.as(Role.ANALYST), ask("analyst-copilot", QUESTION, "{}"))
                .at("/choices/0/message/content")
                .asString();

        List<String> data = streamed(API.as(Role.ANALYST), ask("analyst-copilot", QUESTION, """
                {"stream":true,"stream_options":{"include_usage":true}}"""));

        List<JsonNode> chunks =
                data.subList(0, data.size() - 1).stream().map(JSON::readTree).toList();
        String words = String.join(
                "",
                chunks.stream()
                        .map(chunk -> chunk.at("/choices/0/delta/content").asString(""))
                        .toList());
        assertThat(words).isEqualTo(whole);
        assertThat(data.getLast()).isEqualTo("[DONE]");
        assertThat(chunks.getFirst().at("/choices/0/delta/role").asString()).isEqualTo("assistant");
        assertThat(chunks.get(chunks.size() - 2).at("/choices/0/finish_reason").asString())
                .isEqualTo("stop");
        assertThat(chunks.getLast().at("/usage/completion_tokens").asInt()).isPositive();
    }

    @Test
    void theStaffDeskKnowsNoAlertWhoeverAsks() {
        String text = whole(API.as(Role.LEAD), ask("staff-desk", QUESTION + " Show " + Samples.CASE, """
                {"metadata":{"case_id":"%s"}}""".formatted(
                                Samples.CASE)))
                .toString();

        assertThat(text).doesNotContain("Web shell on web-01", Samples.SHELL, "true_positive");
    }

    @Test
    void nobodyGetsAModelBeyondTheirSight() {
        JsonNode error = refused(API.as(Role.STAFF), ask("analyst-copilot", QUESTION, "{}"), 404);

        assertThat(error.at("/error/code").asString()).isEqualTo("model_not_found");
        assertThat(error.at("/error/message").asString()).contains("analyst-copilot");
    }

    @Test
    void whoIsNotSignedInIsToldInOpenAisShape() {
        JsonNode error = refused(API.anonymous(), ask("staff-desk", QUESTION, "{}"), 401);

        assertThat(error.at("/error/code").asString()).isEqualTo("invalid_api_key");
        refused(API.as(Role.INGEST), ask("staff-desk", QUESTION, "{}"), 403);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "two answers|{\"n\":2}|'n'",
                "JSON|{\"response_format\":{\"type\":\"json_object\"}}|'response_format'",
                "sound|{\"modalities\":[\"text\",\"audio\"]}|'modalities'",
                "no tokens|{\"max_tokens\":0}|'max_tokens'",
                "a language|{\"metadata\":{\"lang\":\"xx\"}}|'metadata.lang'"
            })
    void whatCannotBeDoneIsRefusedByName(String name, String fields, String said) {
        JsonNode error = refused(API.as(Role.STAFF), ask("staff-desk", "I lost my phone", fields), 400);

        assertThat(error.at("/error/message").asString()).contains(said);
    }

    @Test
    void toolsArePassedOverAndNamed() {
        JsonNode completion = whole(API.as(Role.STAFF), ask("staff-desk", "I clicked a link, what now?", """
                {"tools":[{"type":"function","function":{"name":"run"}}],"temperature":0}"""));

        assertThat(completion.at("/copilot/ignored").toString()).isEqualTo("[\"tools\",\"temperature\"]");
        assertThat(completion.at("/choices/0/message/content").asString()).isNotBlank();
    }

    @Test
    void aCutAnswerSaysSo() {
        JsonNode completion = whole(API.as(Role.ANALYST), ask("analyst-copilot", QUESTION, "{\"max_tokens\":1}"));

        assertThat(completion.at("/choices/0/finish_reason").asString()).isEqualTo("length");
    }

    private static List<String> models(WebTestClient client) {
        String body = client.get()
                .uri("/v1/models")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JSON.readTree(body).path("data").findValuesAsString("id");
    }

    private static String ask(String model, String question, String fields) {
        var body = JSON.createObjectNode().put("model", model);
        body.putArray("messages")
                .add(JSON.createObjectNode().put("role", "system").put("content", "You are a pirate."))
                .add(JSON.createObjectNode().put("role", "user").put("content", question));
        body.setAll((tools.jackson.databind.node.ObjectNode) JSON.readTree(fields));
        return body.toString();
    }

    private static JsonNode whole(WebTestClient client, String body) {
        return JSON.readTree(client.mutate()
                .responseTimeout(Duration.ofSeconds(60))
                .build()
                .post()
                .uri("/v1/chat/completions")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static List<String> streamed(WebTestClient client, String body) {
        return Objects.requireNonNull(client.post()
                        .uri("/v1/chat/completions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
                        .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                        .getResponseBody()
                        .collectList()
                        .block(Duration.ofSeconds(60)))
                .stream()
                .map(ServerSentEvent::data)
                .filter(Objects::nonNull)
                .toList();
    }

    private static JsonNode refused(WebTestClient client, String body, int status) {
        return JSON.readTree(client.post()
                .uri("/v1/chat/completions")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
