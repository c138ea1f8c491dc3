package dev.analystcopilot.api.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.intake.ProductKnowledge;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class McpTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @RegisterExtension
    static final RunningApi API = new RunningApi("copilot.mcp.allowed-origins", "https://soc.example.com");

    @BeforeAll
    static void fill() {
        var _ = ProductKnowledge.load(API.database());
        Samples.store(API.database(), "demo");
    }

    @ParameterizedTest
    @CsvSource({"2025-11-25,2025-11-25", "2025-03-26,2025-03-26", "1999-01-01,2025-11-25"})
    void agreesOnAVersion(String asked, String agreed) {
        JsonNode result =
                call(API.as(Role.ANALYST), "initialize", """
                {"protocolVersion":"%s","capabilities":{},"clientInfo":{"name":"t","version":"1"}}""".formatted(asked)).path("result");

        assertThat(result.path("protocolVersion").asString()).isEqualTo(agreed);
        assertThat(result.path("serverInfo").path("name").asString()).isEqualTo("analyst-copilot");
    }

    @Test
    void everyToolOnlyReads() {
        JsonNode tools = call(API.as(Role.ANALYST), "tools/list", "{}").at("/result/tools");

        assertThat(tools.findValuesAsString("name")).contains("search_alerts", "get_case", "search_knowledge");
        assertThat(tools.valueStream())
                .allMatch(tool -> tool.at("/annotations/readOnlyHint").asBoolean()
                        && tool.at("/inputSchema/type").asString().equals("object"));
    }

    @Test
    void staffHaveOneToolAndCannotCallAnother() {
        var staff = API.as(Role.STAFF);

        assertThat(names(call(staff, "tools/list", "{}").at("/result/tools"))).containsExactly("search_knowledge");
        JsonNode refused = call(staff, "tools/call", """
                {"name":"search_alerts","arguments":{"entity":"host:web-01"}}""");
        assertThat(refused.toString())
                .doesNotContain(Samples.SHELL, "Web shell")
                .contains("error");
    }

    @Test
    void aLookupGivesMarkedDataAndItsEvidence() {
        JsonNode result = call(API.as(Role.ANALYST), "tools/call", """
                {"name":"get_case","arguments":{"id":"%s"}}""".formatted(Samples.CASE))
                .path("result");

        assertThat(result.path("isError").asBoolean()).isFalse();
        assertThat(result.at("/content/0/text").asString()).contains("Web shell on web-01");
        assertThat(result.at("/structuredContent/evidence/0/id").asString()).isEqualTo(Samples.CASE);
    }

    @Test
    void whatMakesNoSenseIsAResultThatSaysSo() {
        var analyst = API.as(Role.ANALYST);

        JsonNode unknown = call(analyst, "tools/call", """
                {"name":"get_case","arguments":{"id":"case-000000000000"}}""");
        JsonNode incomplete = call(analyst, "tools/call", """
                {"name":"get_case","arguments":{}}""");

        assertThat(unknown.at("/result/isError").asBoolean()).isTrue();
        assertThat(incomplete.toString()).containsIgnoringCase("id");
    }

    @Test
    void aSessionThatSomebodyElseNamesIsWorthNothing() {
        String body = message("tools/call", """
                {"name":"search_alerts","arguments":{"entity":"host:web-01"}}""");
        var answer = post(API.as(Role.STAFF), body)
                .header("Mcp-Session-Id", "an-analysts-session")
                .exchange();

        String text = answer.expectHeader()
                .doesNotExist("Mcp-Session-Id")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(text).doesNotContain(Samples.SHELL, "Web shell");
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example,403", "null,403", "http://localhost:6274,200", "https://soc.example.com,200"})
    void pagesOfOtherNamesMayNotCall(String origin, int status) {
        post(API.as(Role.ANALYST), message("tools/list", "{}"))
                .header(HttpHeaders.ORIGIN, origin)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    @Test
    void onlyKnownVersionsOnlyMessagesOnlyPost() {
        var analyst = API.as(Role.ANALYST);

        post(analyst, message("tools/list", "{}"))
                .header("MCP-Protocol-Version", "2020-01-01")
                .exchange()
                .expectStatus()
                .isBadRequest();
        post(analyst, "[]").exchange().expectStatus().isBadRequest();
        post(analyst, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                .exchange()
                .expectStatus()
                .isAccepted();
        analyst.get().uri("/mcp").exchange().expectStatus().isEqualTo(405);
        post(API.anonymous(), message("tools/list", "{}"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        post(API.as(Role.INGEST), message("tools/list", "{}"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void promptsNameWhatTheyWereGiven() {
        JsonNode result = call(API.as(Role.ANALYST), "prompts/get", """
                {"name":"explain_case","arguments":{"case_id":"case-1"}}""").path("result");

        assertThat(result.at("/messages/0/content/text").asString()).contains("case-1");
        assertThat(names(call(API.as(Role.STAFF), "prompts/list", "{}").at("/result/prompts")))
                .containsExactly("security_question");
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(one -> one.path("name").asString()).toList();
    }

    private static String message(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    private static WebTestClient.RequestHeadersSpec<?> post(WebTestClient client, String body) {
        return client.mutate()
                .responseTimeout(Duration.ofSeconds(40))
                .build()
                .post()
                .uri("/mcp")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM)
                .bodyValue(body);
    }

    private static JsonNode call(WebTestClient client, String method, String params) {
        return JSON.readTree(post(client, message(method, params))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
