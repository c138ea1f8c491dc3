package dev.analystcopilot.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.AlertTriageRow;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.NewAlert;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.learning.Basis;
import dev.analystcopilot.knowledge.postgres.learning.Basis.Computed;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import dev.analystcopilot.knowledge.postgres.learning.JudgementStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LearningTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    private static final Scope SCOPE = Scope.analyst("demo");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /// 30 equal alerts on one host, of which three were judged; and one of the same kind elsewhere, an attack.
    @BeforeAll
    static void store() {
        var alerts = new ArrayList<NewAlert>();
        var triaged = new ArrayList<AlertTriageRow>();
        for (int i = 0; i < 30; i++) {
            alerts.add(alert("s-" + i, "host:web-01", i));
            triaged.add(new AlertTriageRow("s-" + i, null, 0.1, Verdict.BENIGN, 0.9));
        }
        alerts.add(alert("evil", "host:db-01", 40));
        triaged.add(new AlertTriageRow("evil", "case-e", 0.9, Verdict.TRUE_POSITIVE, 0.9));
        API.database().alerts().insert(SCOPE, alerts);
        API.database().cases().replaceAll(SCOPE, List.of(), triaged);
        for (int i = 0; i < 3; i++) {
            give("l-" + i, "s-" + i, "false_positive").expectStatus().isCreated();
        }
    }

    @Test
    @Order(1)
    void labelsAreCountedAndWhatIsMissingIsSaid() {
        learning().jsonPath("$.labels.total").isEqualTo(3);
        learning().jsonPath("$.alerts.state").isEqualTo("may_not_close");
        learning().jsonPath("$.alerts.labels").isEqualTo(3);
        learning().jsonPath("$.alerts.more").isEqualTo(296);
    }

    @Test
    @Order(2)
    void adviceSaysWhatItWouldHaveRemoved() {
        advice().jsonPath("$.items.length()").isEqualTo(1);
        advice().jsonPath("$.items[0].entity").isEqualTo("host:web-01");
        advice().jsonPath("$.items[0].removes").isEqualTo(30);
        advice().jsonPath("$.items[0].judgedHarmless").isEqualTo(3);
        advice().jsonPath("$.items[0].verdict").isEqualTo("false_positive");
    }

    @Test
    @Order(3)
    void onlyALeadAcceptsIt() {
        String id = id();

        accept(Role.ANALYST, id).expectStatus().isForbidden();
        accept(Role.LEAD, id)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.scope")
                .isEqualTo("fingerprint")
                .jsonPath("$.alerts")
                .isEqualTo(30);
        advice().jsonPath("$.items").isEmpty();
        accept(Role.LEAD, id).expectStatus().isNotFound();
    }

    @Test
    @Order(4)
    void theSwitchIsALeadsAndIsWrittenDown() {
        put(Role.ANALYST, Map.of("enabled", false)).expectStatus().isForbidden();
        put(Role.LEAD, Map.of("enabled", false)).expectStatus().isOk();

        learning().jsonPath("$.enabled").isEqualTo(false);
        learning().jsonPath("$.events[0].what").isEqualTo("setting");
        learning().jsonPath("$.events[0].by").isEqualTo("tester");
        put(Role.LEAD, Map.of()).expectStatus().isBadRequest();
        put(Role.LEAD, Map.of("enabled", true)).expectStatus().isOk();
    }

    @Test
    @Order(5)
    void withFewVerdictsNothingIsLearnt() {
        API.as(Role.LEAD)
                .post()
                .uri("/api/v1/learning/retrain")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("not_enough");
    }

    @Test
    @Order(6)
    void enoughCleanLabelsOpenTheBudgetForThoseWhoOptIn() {
        for (int i = 0; i < 299; i++) {
            API.part(JudgementStore.class).add(SCOPE, label("c-" + i));
        }

        learning().jsonPath("$.cases.state").isEqualTo("may_close");
        learning().jsonPath("$.cases.threshold").isEqualTo(0.5);
        assertThat(API.part(Learning.class).mayClose(SCOPE).test(Rows.benign("x")))
                .isFalse();
        put(Role.LEAD, Map.of("autoClose", true)).expectStatus().isOk();
        assertThat(API.part(Learning.class).mayClose(SCOPE).test(Rows.benign("x")))
                .isTrue();
        put(Role.LEAD, Map.of("enabled", false)).expectStatus().isOk();
        assertThat(API.part(Learning.class).mayClose(SCOPE).test(Rows.benign("x")))
                .isFalse();
    }

    @Test
    @Order(7)
    void staffSeeNothingOfIt() {
        for (String path : List.of("/api/v1/learning", "/api/v1/tuning-advice")) {
            API.as(Role.STAFF).get().uri(path).exchange().expectStatus().isForbidden();
        }
    }

    private static Judgement label(String caseId) {
        return new Judgement(
                new HumanVerdict(
                        "label-" + caseId, Subject.CASE, caseId, Optional.empty(), Verdict.BENIGN, "", "ann", NOON),
                new Basis(
                        Severity.LOW,
                        List.of(),
                        List.of(),
                        1,
                        Optional.of(NOON),
                        Optional.of(new Computed(Verdict.BENIGN, 0.9, Optional.empty()))));
    }

    private static NewAlert alert(String id, String host, int minute) {
        return new NewAlert(
                new Alert(
                        id,
                        "test",
                        "scan",
                        NOON.plusSeconds(minute * 60L),
                        "Scan",
                        "",
                        Severity.LOW,
                        AlertStatus.NEW,
                        Outcome.UNKNOWN,
                        List.of(Entity.ofKey(host)),
                        List.of(),
                        "{}"),
                "print-scan",
                "Scan");
    }

    private static ResponseSpec give(String id, String alert, String verdict) {
        return API.as(Role.ANALYST)
                .post()
                .uri("/api/v1/verdicts")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("id", id, "subject", Map.of("kind", "alert", "id", alert), "verdict", verdict))
                .exchange();
    }

    private static ResponseSpec accept(Role role, String id) {
        return API.as(role)
                .post()
                .uri("/api/v1/tuning-advice/{id}/accept", id)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("reason", "our scanner"))
                .exchange();
    }

    private static ResponseSpec put(Role role, Map<String, Boolean> change) {
        return API.as(role)
                .put()
                .uri("/api/v1/learning")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(change)
                .exchange();
    }

    private static String id() {
        var found = new ArrayList<String>();
        advice().jsonPath("$.items[0].id").value((Object id) -> found.add(String.valueOf(id)));
        return found.getFirst();
    }

    private static BodyContentSpec advice() {
        return get("/api/v1/tuning-advice");
    }

    private static BodyContentSpec learning() {
        return get("/api/v1/learning");
    }

    private static BodyContentSpec get(String uri) {
        return API.as(Role.ANALYST)
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
