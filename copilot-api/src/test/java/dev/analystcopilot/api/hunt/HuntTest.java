package dev.analystcopilot.api.hunt;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.response.Proposal;
import dev.analystcopilot.knowledge.postgres.response.ProposalStore;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// Hunts and proposals over HTTP.
@Tag("slow")
class HuntTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @BeforeAll
    static void fill() {
        Samples.store(API.database(), "demo");
    }

    @Test
    void aHuntGivesRows() {
        post(Role.ANALYST, "/hunt", """
                {"query": {"where": [{"field": "title", "op": "contains", "value": "shell"}], "groupBy": "host"}}""")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.rows[0][1]")
                .isEqualTo("1")
                .jsonPath("$.query.where[0].op")
                .isEqualTo("contains");
    }

    @Test
    void aWrongValueIsRefusedWithTheRightOnes() {
        post(Role.ANALYST, "/hunt", """
                {"query": {"where": [{"field": "severity", "op": "at_least", "value": "huge"}]}}""")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("severity is one of unknown, informational, low, medium, high, critical, not 'huge'");
    }

    @Test
    void aQuestionBecomesAQuery() {
        post(Role.ANALYST, "/hunt/read", "{\"text\": \"哪些主机出现过 mimikatz\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.query.groupBy")
                .isEqualTo("host")
                .jsonPath("$.understood.zh")
                .isEqualTo("满足以下条件的告警：text 包含 mimikatz，按 host 统计");
    }

    @Test
    void staffDoNotHunt() {
        post(Role.STAFF, "/hunt", "{\"query\": {}}").expectStatus().isForbidden();
    }

    @Test
    void aDecisionIsWrittenDownOnce() {
        propose("p-1", "host:web-01");
        post(Role.ANALYST, "/proposals/p-1/decision", "{\"decision\": \"approved\", \"note\": \"go\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.decidedBy")
                .isEqualTo("tester");
        post(Role.ANALYST, "/proposals/p-1/decision", "{\"decision\": \"rejected\"}")
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void proposalsOfACaseAreListed() {
        propose("p-2", "host:web-02");
        API.as(Role.ANALYST)
                .get()
                .uri("/api/v1/proposals?case=" + Samples.CASE)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.id == 'p-2')].status")
                .isEqualTo("open");
    }

    @Test
    void whatIsNotThereCannotBeDecided() {
        post(Role.ANALYST, "/proposals/none/decision", "{\"decision\": \"approved\"}")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void staffDecideNothing() {
        post(Role.STAFF, "/proposals/p-1/decision", "{\"decision\": \"approved\"}")
                .expectStatus()
                .isForbidden();
    }

    private static void propose(String id, String target) {
        var _ = API.part(ProposalStore.class)
                .add(
                        Scope.analyst("demo"),
                        new Proposal(
                                id,
                                Samples.CASE,
                                "isolate_host",
                                target,
                                "why",
                                "ana",
                                Samples.MORNING,
                                Proposal.Status.OPEN,
                                Optional.empty()));
    }

    private static ResponseSpec post(Role role, String path, String body) {
        return API.as(role)
                .post()
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
