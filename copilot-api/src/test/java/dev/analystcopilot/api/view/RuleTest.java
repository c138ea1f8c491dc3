package dev.analystcopilot.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.NewAlert;
import dev.analystcopilot.knowledge.postgres.PassageStore.Document;
import dev.analystcopilot.knowledge.postgres.PassageStore.Entry;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Language;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@Tag("slow")
class RuleTest {
    private static final String RULE = """
            title: Saved passwords are listed
            id: 11111111-2222-3333-4444-555555555555
            logsource: {product: windows, category: process_creation}
            tags: [attack.t1003.005]
            level: high
            detection:
                selection:
                    Image|endswith: '\\passwords.exe'
                    CommandLine|contains|windash: ' -list'
                condition: selection
            falsepositives: [Unlikely, Administrators, unknown]
            """;
    private static final String EVENT = """
            {"Channel": "Security", "EventID": 4688, "NewProcessName": "C:\\\\passwords.exe",
             "CommandLine": "passwords /list"}""";

    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @BeforeAll
    static void aRuleIsStored() {
        String tenant = "demo";
        API.database()
                .passages()
                .change(
                        Scope.analyst(tenant),
                        List.of(entry("rule/" + tenant, RULE), entry("broken", "title: [")),
                        List.of());
        var alert = new Alert(
                "raw-1",
                "test",
                "Passwords",
                Instant.parse("2026-11-02T08:00:00Z"),
                "Passwords",
                "",
                Severity.LOW,
                AlertStatus.NEW,
                Outcome.UNKNOWN,
                List.of(),
                List.of(),
                EVENT);
        API.database()
                .alerts()
                .insert(Scope.analyst(tenant), List.of(new NewAlert(alert, "print-passwords", "Passwords")));
    }

    private static Entry entry(String id, String yaml) {
        return new Entry(
                new Document(
                        id, "rules", id, "rule", Audience.ANALYST, Language.EN, id, List.of(), List.of(), id, yaml),
                List.of(),
                id);
    }

    @Test
    void anEventNamesItsRuleAndWhy() {
        match(Role.ANALYST, "{\"event\": " + EVENT + "}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].matched")
                .isEqualTo(true)
                .jsonPath("$.items[0].techniques[0]")
                .isEqualTo("T1003.005")
                .jsonPath("$.items[0].why[1].value")
                .isEqualTo("passwords /list")
                .jsonPath("$.items[0].falsePositives")
                .isEqualTo(List.of("Administrators"));
    }

    @Test
    void whatIsNoEventIsRefused() {
        assertThat(List.of("{}", "{\"event\": 1}", "{\"events\": []}", "{\"event\": {}, \"top\": 0}"))
                .allSatisfy(body -> match(Role.ANALYST, body).expectStatus().isBadRequest());
    }

    @Test
    void anAlertsOwnRecordNamesItsRule() {
        match(Role.ANALYST, "{\"alertId\": \"raw-1\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].techniques[0]")
                .isEqualTo("T1003.005");
    }

    @Test
    void anAlertThatIsNotThereIsNotFound() {
        match(Role.ANALYST, "{\"alertId\": \"none\"}").expectStatus().isNotFound();
    }

    @Test
    void rulesAreNotForStaff() {
        match(Role.STAFF, "{\"event\": " + EVENT + "}").expectStatus().isForbidden();
    }

    private static ResponseSpec match(Role role, String body) {
        return API.as(role)
                .post()
                .uri("/api/v1/rules/match")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
