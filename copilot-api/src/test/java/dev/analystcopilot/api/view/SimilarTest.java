package dev.analystcopilot.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.Conversation;
import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.NewAlert;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@Tag("slow")
class SimilarTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    private static final String MODEL = "bge-small-en-v1.5";
    private static final Scope SCOPE = Scope.analyst("demo");

    @BeforeAll
    static void store() {
        Samples.store(API.database(), SCOPE.tenant());
        API.database().alerts().insert(SCOPE, List.of(earlier("old-1", 40), earlier("old-2", 10)));
        API.database()
                .fingerprints()
                .putVectors(
                        SCOPE,
                        MODEL,
                        Map.of("print-Web scan", direction(1, 0.1f), "print-Web shell", direction(0.1f, 1)));
        API.database()
                .verdicts()
                .add(
                        SCOPE,
                        new HumanVerdict(
                                "v-1",
                                HumanVerdict.Subject.ALERT,
                                "old-1",
                                Optional.of("print-Web scan"),
                                Verdict.FALSE_POSITIVE,
                                "our own scanner",
                                "ann",
                                Samples.MORNING.minus(Duration.ofDays(39))));
    }

    private static NewAlert earlier(String id, long days) {
        var alert = new Alert(
                id,
                "test",
                "Web scan",
                Samples.MORNING.minus(Duration.ofDays(days)),
                "Web scan",
                "",
                Severity.LOW,
                AlertStatus.NEW,
                Outcome.UNKNOWN,
                List.of(new Entity.Host("web-01"), new Entity.Ip("192.0.2.99")),
                List.of(),
                "{}");
        return new NewAlert(alert, "print-Web scan", "Web scan");
    }

    @Test
    void anAlertSaysHowOftenTheLikeWasSeenAndWhatWasJudged() {
        get(Role.ANALYST, "/api/v1/alerts/{id}/similar?limit=1", Samples.SCAN)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.alerts.length()")
                .isEqualTo(1)
                .jsonPath("$.alerts[0].count")
                .isEqualTo(2)
                .jsonPath("$.alerts[0].newest.id")
                .isEqualTo("old-2")
                .jsonPath("$.alerts[0].same")
                .isEqualTo(true)
                .jsonPath("$.alerts[0].sameRule")
                .isEqualTo(true)
                .jsonPath("$.alerts[0].sharedEntities[0].value")
                .isEqualTo("web-01")
                .jsonPath("$.alerts[0].verdicts[0].verdict")
                .isEqualTo("false_positive");
    }

    @Test
    void filtersHold() {
        get(
                        Role.ANALYST,
                        "/api/v1/alerts/{id}/similar?from={from}&source=test&entity=host:web-01",
                        Samples.SCAN,
                        Samples.MORNING.minus(Duration.ofDays(11)))
                .expectBody()
                .jsonPath("$.alerts[0].count")
                .isEqualTo(1);
        get(Role.ANALYST, "/api/v1/alerts/{id}/similar?entity=host:elsewhere", Samples.SCAN)
                .expectBody()
                .jsonPath("$.alerts")
                .isEmpty();
    }

    @Test
    void aCaseLooksOutsideItself() {
        get(Role.ANALYST, "/api/v1/cases/{id}/similar", Samples.CASE)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.alerts[0].newest.id")
                .isEqualTo("old-2");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        get(Role.ANALYST, "/api/v1/alerts/none/similar").expectStatus().isNotFound();
        get(Role.ANALYST, "/api/v1/cases/none/similar").expectStatus().isNotFound();
        get(Role.ANALYST, "/api/v1/alerts/{id}/similar?limit=0", Samples.SCAN)
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void theOfflineAnswerTellsIt() {
        var events = new Conversation(API.as(Role.ANALYST)).ask("What happened on web-01?");

        assertThat(Conversation.words(events)).contains("Seen before", "2 times", "judged a false alarm by ann");
    }

    @Test
    void staffMayNotAsk() {
        get(Role.STAFF, "/api/v1/alerts/{id}/similar", Samples.SCAN)
                .expectStatus()
                .isForbidden();
    }

    private static ResponseSpec get(Role role, String template, Object... values) {
        return API.as(role).get().uri(template, values).exchange();
    }

    private static Vector direction(float x, float y) {
        float[] values = new float[384];
        values[0] = x;
        values[1] = y;
        return Vector.of(values);
    }
}
