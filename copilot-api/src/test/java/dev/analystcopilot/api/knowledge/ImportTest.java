package dev.analystcopilot.api.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class ImportTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi("copilot.upload-limit", "100KB");

    private static final JsonMapper JSON = JsonMapper.shared();

    private static ResponseSpec upload(String name, String kind, byte[] bytes) {
        var body = new MultipartBodyBuilder();
        body.part("file", new ByteArrayResource(bytes) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        body.part("kind", kind);
        return API.as(Role.LEAD)
                .post()
                .uri("/api/v1/knowledge/imports")
                .body(BodyInserters.fromMultipartData(body.build()))
                .exchange();
    }

    private static JsonNode get(Role role, String path, Object... values) {
        byte[] body = API.as(role)
                .get()
                .uri(path, values)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(body);
    }

    /// The import when it has ended.
    private static JsonNode imported(String name, String kind, String text) throws InterruptedException {
        byte[] accepted = upload(name, kind, text.getBytes(UTF_8))
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return ended(JSON.readTree(accepted).path("id").asString());
    }

    private static JsonNode ended(String id) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        JsonNode job = get(Role.LEAD, "/api/v1/knowledge/imports/{id}", id);
        while (!job.path("state").asString().matches("done|failed")) {
            assertThat(Instant.now()).as("the import ended by").isBefore(end);
            Thread.sleep(Duration.ofMillis(100));
            job = get(Role.LEAD, "/api/v1/knowledge/imports/{id}", id);
        }
        return job;
    }

    @Test
    void aDocumentIsImportedListedFoundAndRemoved() throws InterruptedException {
        JsonNode job = imported("canteen.md", "policy", "# Canteen\n\nThe quokka is served at eleven.\n");
        assertThat(job.path("counts").path("changed").asInt()).isEqualTo(1);

        JsonNode listed = get(Role.ANALYST, "/api/v1/knowledge/imports")
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals("policy:canteen.md"))
                .findFirst()
                .orElseThrow();
        assertThat(listed.path("documents").asInt()).isEqualTo(1);
        assertThat(listed.path("passages").asInt()).isEqualTo(1);
        assertThat(get(Role.ANALYST, "/api/v1/knowledge/search?q=quokka")
                        .path("items")
                        .path(0)
                        .path("title")
                        .asString())
                .isEqualTo("Canteen");

        API.as(Role.LEAD)
                .delete()
                .uri("/api/v1/knowledge/imports/{id}", "policy:canteen.md")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(get(Role.ANALYST, "/api/v1/knowledge/search?q=quokka")
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void theProblemsOfAnImportAreListedWithTheirLines() throws InterruptedException {
        JsonNode job = imported("cmdb.csv", "assets", "host,owner,criticality\nweb-01,a,high\nweb-02,b,very\n");

        assertThat(job.path("counts").path("problems").path(0).path("file").asString())
                .isEqualTo("cmdb.csv, line 3");
        assertThat(get(Role.ANALYST, "/api/v1/assets/{id}", "web-01")
                        .path("criticality")
                        .asString())
                .isEqualTo("high");
    }

    @Test
    void whatCannotBeReadFailsWithItsReason() throws InterruptedException {
        JsonNode job = imported("scan.pdf", "pdf", "%PDF-1.7 nothing");

        assertThat(job.path("state").asString()).isEqualTo("failed");
        assertThat(job.path("error").asString()).contains("scan.pdf").contains("PDF");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        upload("big.md", "runbook", new byte[200_000])
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("upload-limit"));
    }

    @Test
    void indicatorsAreFoundInDefangedForm() throws InterruptedException {
        imported("feed.csv", "indicators", "type,value,confidence\ndomain,evil.example,90\n");

        assertThat(get(Role.ANALYST, "/api/v1/indicators?value={value}", "hxxp://evil[.]example/x")
                        .path("items")
                        .path(0)
                        .path("value")
                        .asString())
                .isEqualTo("evil.example");
    }

    @Test
    void aFactNeedsAnEndAndIsAnsweredForByWhoAddsIt() {
        var fact = Map.of("kind", "pentest", "entities", new String[] {"10.9.0.0/16"});
        API.as(Role.LEAD)
                .post()
                .uri("/api/v1/facts")
                .bodyValue(fact)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("until"));

        var whole = new java.util.HashMap<String, Object>(fact);
        whole.put("until", "2999-01-01");
        byte[] added = API.as(Role.LEAD)
                .post()
                .uri("/api/v1/facts")
                .bodyValue(whole)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(JSON.readTree(added).path("approvedBy").asString()).isNotBlank();
        API.as(Role.LEAD)
                .delete()
                .uri("/api/v1/facts/{id}", JSON.readTree(added).path("id").asString())
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void anImportThatACrashCutShortIsMadeGoodAfterTheNextStart() throws Exception {
        var scope = Scope.analyst("demo");
        Path folder = Files.createDirectories(API.data().resolve("imports").resolve("crashed"));
        Files.writeString(folder.resolve("left.md"), "# Left\n\nThe numbat is fed at noon.\n");
        API.database().jobs().add(scope, "crashed", "import", """
                {"kind":"policy","name":"left.md","audience":""}""");
        API.database().jobs().report(scope, "crashed", "words", 0.5, "{}");
        API.database().jobs().add(scope, "lost", "import", """
                {"kind":"policy","name":"gone.md","audience":""}""");

        API.stop();
        API.start();

        assertThat(ended("crashed").path("state").asString()).isEqualTo("done");
        assertThat(ended("lost").path("error").asString()).contains("upload the file again");
        assertThat(folder).doesNotExist();
    }

    @Test
    void staffSeeNoneOfIt() {
        for (String path : new String[] {"/api/v1/knowledge/imports", "/api/v1/assets/x", "/api/v1/facts"}) {
            API.as(Role.STAFF).get().uri(path).exchange().expectStatus().isForbidden();
        }
    }
}
