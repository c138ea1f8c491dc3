package dev.analystcopilot.api.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.job.TriageJobs;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class IngestTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @Test
    void oneObjectAnArrayAndLinesAreAllTaken() {
        deliver(finding("one", 1)).jsonPath("$.accepted").isEqualTo(1);
        deliver("[" + finding("two", 2) + "," + finding("three", 3) + "]")
                .jsonPath("$.records")
                .isEqualTo(2);
        deliver(finding("four", 4) + "\n" + finding("five", 5) + "\n")
                .jsonPath("$.accepted")
                .isEqualTo(2);
    }

    @Test
    void theSameAgainAddsNothing() {
        deliver(finding("again", 10)).jsonPath("$.deduplicated").isEqualTo(0);

        deliver(finding("again", 10))
                .jsonPath("$.accepted")
                .isEqualTo(1)
                .jsonPath("$.deduplicated")
                .isEqualTo(1);
    }

    @Test
    void brokenRecordsAreCountedAndDoNotStopTheRest() {
        String lines = IntStream.range(0, 1_000)
                .mapToObj(i -> i % 10 == 3 ? "{\"class_uid\":2004,\"broken\":" + i + "}" : finding("many" + i, i))
                .collect(Collectors.joining("\n"));

        deliver(lines)
                .jsonPath("$.records")
                .isEqualTo(1_000)
                .jsonPath("$.accepted")
                .isEqualTo(900)
                .jsonPath("$.rejected")
                .isEqualTo(100)
                .jsonPath("$.errors[0].line")
                .isEqualTo(4);
    }

    @Test
    void nothingAtAllIsAClearProblem() {
        API.as(Role.INGEST)
                .post()
                .uri("/api/v1/alerts")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void anUploadedBacklogIsReadAndTriaged() throws Exception {
        JsonNode job = ended(upload());

        assertThat(job.path("state").asString()).isEqualTo("done");
        assertThat(job.path("counts").path("accepted").asInt()).isEqualTo(50);
    }

    @Test
    void lookingForWhatAnEarlierRunLeftRunsNoNewJobTwice() throws Exception {
        String first = upload();
        API.part(TriageJobs.class).resume(Scope.analyst("demo"));
        ended(upload());

        assertThat(ended(first).path("state").asString()).isEqualTo("done");
    }

    private static String upload() {
        String lines =
                IntStream.range(0, 50).mapToObj(i -> finding("job" + i, i)).collect(Collectors.joining("\n"));
        var parts = new MultipartBodyBuilder();
        parts.part("file", lines.getBytes(StandardCharsets.UTF_8)).filename("backlog.ndjson");
        parts.part("format", "ocsf");
        byte[] accepted = API.as(Role.LEAD)
                .post()
                .uri("/api/v1/triage-jobs")
                .body(BodyInserters.fromMultipartData(parts.build()))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(accepted).path("id").asString();
    }

    private static JsonNode ended(String id) throws InterruptedException {
        JsonNode job = JsonMapper.shared().readTree("{}");
        for (int i = 0; i < 300 && !job.path("state").asString("").matches("done|failed"); i++) {
            Thread.sleep(200);
            job = JsonMapper.shared()
                    .readTree(API.as(Role.LEAD)
                            .get()
                            .uri("/api/v1/triage-jobs/{id}", id)
                            .exchange()
                            .expectBody()
                            .returnResult()
                            .getResponseBody());
        }
        return job;
    }

    private static BodyContentSpec deliver(String body) {
        return API.as(Role.INGEST)
                .post()
                .uri("/api/v1/alerts?format=ocsf")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static String finding(String id, int minute) {
        return """
                {"class_uid":2004,"time":%d,"severity_id":3,"status_id":1,"message":"seen","metadata":{"product":{"name":"test"}},\
                "finding_info":{"uid":"%s","title":"Suspicious login"},"resources":[{"type":"host","name":"web-%d"}]}""".formatted(1_700_000_000_000L + minute * 60_000L, id, minute % 7)
                .replace("\n", "");
    }
}
