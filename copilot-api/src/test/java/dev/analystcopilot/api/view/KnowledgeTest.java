package dev.analystcopilot.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.intake.ProductKnowledge;
import dev.analystcopilot.knowledge.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@Tag("slow")
class KnowledgeTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    /// The service loads it behind the scenes once it answers.
    @BeforeAll
    static void theShippedKnowledgeIsThere() throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (!isThere()) {
            assertThat(Instant.now()).as("the shipped knowledge was loaded by").isBefore(end);
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    private static boolean isThere() {
        return Stream.of(Language.EN, Language.ZH)
                .noneMatch(language -> API.database()
                        .passages()
                        .ofRef(ProductKnowledge.SCOPE, "runbook", "web-shell", language)
                        .isEmpty());
    }

    @Test
    void aRunbookComesInTheOrderOfItsPage() {
        get(Role.ANALYST, "/api/v1/runbooks/{slug}?lang={lang}", "web-shell", "en")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].heading")
                .isEqualTo("What it means")
                .jsonPath("$.items[1].heading")
                .isEqualTo("What to check");
        get(Role.ANALYST, "/api/v1/runbooks/{slug}?lang={lang}", "web-shell", "zh")
                .expectBody()
                .jsonPath("$.items[0].heading")
                .isEqualTo("含义");
    }

    @Test
    void aPassageIsFoundByItsIdThoughItHoldsASlash() {
        get(Role.ANALYST, "/api/v1/passages/{id}", "runbook/en/web-shell#1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.ref")
                .isEqualTo("web-shell");
    }

    @Test
    void aRunbookIsNotForStaff() {
        get(Role.STAFF, "/api/v1/runbooks/{slug}", "web-shell").expectStatus().isNotFound();
        get(Role.STAFF, "/api/v1/passages/{id}", "runbook/en/web-shell#1")
                .expectStatus()
                .isNotFound();
    }

    private static ResponseSpec get(Role role, String template, Object... values) {
        return API.as(role).get().uri(template, values).exchange();
    }
}
