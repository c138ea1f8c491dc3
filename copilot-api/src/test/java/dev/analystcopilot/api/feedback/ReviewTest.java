package dev.analystcopilot.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.Conversation;
import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.AlertTriageRow;
import dev.analystcopilot.knowledge.postgres.CaseQuery;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.NewAlert;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.learning.CaseReviews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

/// What a verdict means for the cases that lists show.
@Tag("slow")
class ReviewTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    private static final Scope SCOPE = Scope.analyst("demo");
    private static final List<String> GIVEN = new ArrayList<>();

    @BeforeEach
    void store() {
        API.database().alerts().deleteAll(SCOPE);
        Samples.store(API.database(), SCOPE.tenant());
    }

    @AfterEach
    void takeBack() {
        GIVEN.forEach(ReviewTest::undo);
        GIVEN.clear();
    }

    @Test
    void aVerdictOnTheCaseMovesItAndUndoingMovesItBack() {
        give("r-1", "case", Samples.CASE, "false_positive", Map.of());

        cases("false_positive").jsonPath("$.items[0].human.by").isEqualTo("tester");
        cases("false_positive").jsonPath("$.items[0].disposition").isEqualTo("true_positive");
        cases("true_positive").jsonPath("$.items").isEmpty();

        undo("r-1");

        cases("true_positive").jsonPath("$.total").isEqualTo(1);
        document().jsonPath("$.human").isEmpty();
    }

    @Test
    void theChatTellsItBesideWhatWasComputed() {
        give("r-2", "case", Samples.CASE, "benign", Map.of("reason", "penetration test"));

        var words = Conversation.words(new Conversation(API.as(Role.ANALYST)).ask("What happened on web-01?"));

        assertThat(words).contains("An attack (true positive)", "tester", "legitimate activity", "penetration test");
    }

    @Test
    void allAlikeSetNothingAsideAboveAFloor() {
        for (String id : List.of(Samples.SCAN, Samples.SHELL)) {
            give("r-3-" + id, "alert", id, "false_positive", alike());
        }
        cases("false_positive").jsonPath("$.total").isEqualTo(1);
        later("later-2", Severity.LOW);

        API.part(CaseReviews.class).refresh(SCOPE);

        document().jsonPath("$.human.state").isEqualTo("reopened");
        document().jsonPath("$.human.reasons[0].code").isEqualTo("floor-effect");
        cases("true_positive").jsonPath("$.total").isEqualTo(1);
    }

    @Test
    void whatComesLaterAndGoesBeyondIsShownAgainWithTheReason() {
        give("r-4", "case", Samples.CASE, "benign", Map.of());
        cases("benign").jsonPath("$.total").isEqualTo(1);
        later("later-1", Severity.CRITICAL);

        API.part(CaseReviews.class).refresh(SCOPE);

        document().jsonPath("$.human.state").isEqualTo("reopened");
        document().jsonPath("$.human.reasons[0].code").isEqualTo("higher-severity");
        cases("benign").jsonPath("$.total").isEqualTo(0);
    }

    private static void later(String id, Severity severity) {
        var alert = new Alert(
                id,
                "test",
                "Web scan",
                Samples.MORNING.plusSeconds(3_600),
                "Web scan",
                "",
                severity,
                AlertStatus.NEW,
                Outcome.UNKNOWN,
                List.of(new Entity.Host("web-01")),
                List.of(),
                "{}");
        API.database().alerts().insert(SCOPE, List.of(new NewAlert(alert, "print-Web scan", "Web scan")));
        List<CaseRow> cases = API.database().cases().list(SCOPE, CaseQuery.top(10));
        var rows = new ArrayList<AlertTriageRow>();
        for (String member : List.of(Samples.SCAN, Samples.SHELL, id)) {
            rows.add(new AlertTriageRow(member, Samples.CASE, 0.9, Verdict.TRUE_POSITIVE, 0.87));
        }
        API.database().cases().replaceAll(SCOPE, cases, rows);
    }

    private static Map<String, Object> alike() {
        return Map.of(
                "scope",
                "fingerprint",
                "reason",
                "known",
                "expiresAt",
                Instant.now().plus(Duration.ofDays(20)).toString());
    }

    private static void give(String id, String kind, String subject, String verdict, Map<String, Object> more) {
        var body = new java.util.HashMap<String, Object>(more);
        body.put("id", id);
        body.put("subject", Map.of("kind", kind, "id", subject));
        body.put("verdict", verdict);
        GIVEN.add(id);
        API.as(Role.ANALYST)
                .post()
                .uri("/api/v1/verdicts")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private static void undo(String id) {
        API.as(Role.ANALYST)
                .delete()
                .uri("/api/v1/verdicts/{id}", id)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static BodyContentSpec cases(String disposition) {
        return API.as(Role.ANALYST)
                .get()
                .uri("/api/v1/cases?disposition=" + disposition)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static BodyContentSpec document() {
        return API.as(Role.ANALYST)
                .get()
                .uri("/api/v1/cases/" + Samples.CASE)
                .exchange()
                .expectBody();
    }
}
