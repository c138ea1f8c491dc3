package dev.analystcopilot.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.learning.Basis.Print;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import dev.analystcopilot.knowledge.postgres.learning.JudgementStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@Tag("slow")
class VerdictTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    private static final Scope SCOPE = Scope.analyst("demo");

    @BeforeAll
    static void store() {
        Samples.store(API.database(), SCOPE.tenant());
    }

    @Test
    void isTakenDownWithWhoAndWhen() {
        give(Role.ANALYST, body("v-1", "alert", Samples.SCAN, "false_positive"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.by")
                .isEqualTo("tester")
                .jsonPath("$.state")
                .isEqualTo("active")
                .jsonPath("$.scope")
                .isEqualTo("alert")
                .jsonPath("$.severity")
                .isEqualTo("high");
    }

    @Test
    void theSameAgainChangesNothing() {
        var body = body("v-2", "alert", Samples.SHELL, "true_positive");
        give(Role.LEAD, body).expectStatus().isCreated();

        give(Role.LEAD, body).expectStatus().isOk();
        give(Role.LEAD, body("v-2", "alert", Samples.SHELL, "benign"))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void aKeyInTheHeaderStandsForAnId() {
        var body = Map.of("subject", Map.of("kind", "alert", "id", Samples.SHELL), "verdict", "benign");
        var client = API.as(Role.ANALYST)
                .mutate()
                .defaultHeader("Idempotency-Key", "once")
                .build();

        client.post()
                .uri("/api/v1/verdicts")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated();
        client.post()
                .uri("/api/v1/verdicts")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void onACaseItKeepsTheFingerprintsOfItsAlerts() {
        give(Role.ANALYST, body("v-3", "case", Samples.CASE, "true_positive"))
                .expectStatus()
                .isCreated();

        assertThat(kept("v-3").basis().prints())
                .containsExactly(
                        new Print("print-Web scan", Severity.HIGH, 1), new Print("print-Web shell", Severity.HIGH, 1));
        assertThat(kept("v-3").basis().computed().orElseThrow().verdict()).isEqualTo(Verdict.TRUE_POSITIVE);
    }

    @Test
    void onAllAlikeItNeedsAReasonAndAnEnd() {
        var body = Map.of(
                "subject", Map.of("kind", "alert", "id", Samples.SCAN), "verdict", "benign", "scope", "fingerprint");
        give(Role.ANALYST, body).expectStatus().isBadRequest();

        give(
                        Role.ANALYST,
                        Map.of(
                                "id",
                                "v-4",
                                "subject",
                                Map.of("kind", "alert", "id", Samples.SCAN),
                                "verdict",
                                "benign",
                                "scope",
                                "fingerprint",
                                "entity",
                                "host:web-01",
                                "reason",
                                "our own scanner",
                                "expiresAt",
                                Instant.now().plus(30, ChronoUnit.DAYS).toString()))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.alerts")
                .isEqualTo(1);
        assertThat(kept("v-4").basis().known()).containsExactly("host:web-01", "ip:192.0.2.10");
    }

    @Test
    void takenBackItStaysListedAndCountsNoMore() {
        give(Role.ANALYST, body("v-5", "case", Samples.CASE, "benign"))
                .expectStatus()
                .isCreated();

        API.as(Role.ANALYST)
                .delete()
                .uri("/api/v1/verdicts/v-5")
                .exchange()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("undone")
                .jsonPath("$.undoneBy")
                .isEqualTo("tester");
        get("/api/v1/verdicts?subject=case:" + Samples.CASE)
                .expectBody()
                .jsonPath("$.items[?(@.id=='v-5')].state")
                .isEqualTo("undone");
        assertThat(API.database().verdicts().about(SCOPE, Subject.CASE, List.of(Samples.CASE)))
                .noneMatch(verdict -> verdict.id().equals("v-5"));
    }

    @Test
    void anotherTenantSeesNothing() {
        give(Role.ANALYST, body("v-6", "alert", Samples.SCAN, "benign"))
                .expectStatus()
                .isCreated();

        assertThat(API.part(JudgementStore.class).find(Scope.analyst("other"), "v-6"))
                .isEmpty();
        assertThat(API.part(JudgementStore.class).find(Scope.staff("demo"), "v-6"))
                .isEmpty();
    }

    @Test
    void staffMayNotJudge() {
        give(Role.STAFF, body("v-7", "alert", Samples.SCAN, "benign"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        give(Role.ANALYST, body("v-8", "alert", "none", "benign"))
                .expectStatus()
                .isNotFound();
        give(Role.ANALYST, body("v-8", "alert", Samples.SCAN, "maybe"))
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        get("/api/v1/verdicts?subject=nothing").expectStatus().isBadRequest();
        API.as(Role.ANALYST)
                .delete()
                .uri("/api/v1/verdicts/none")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static Judgement kept(String id) {
        return API.part(JudgementStore.class).find(SCOPE, id).orElseThrow();
    }

    private static Map<String, Object> body(String id, String kind, String subject, String verdict) {
        return Map.of("id", id, "subject", Map.of("kind", kind, "id", subject), "verdict", verdict);
    }

    private static ResponseSpec give(Role role, Map<String, ?> body) {
        return API.as(role)
                .post()
                .uri("/api/v1/verdicts")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static ResponseSpec get(String uri) {
        return API.as(Role.ANALYST).get().uri(uri).exchange();
    }
}
