package dev.analystcopilot.api.view;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.security.Role;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@Tag("slow")
class TechniqueTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @Test
    void aTextNamesItsTechniqueAndWhy() {
        suggest(Role.ANALYST, "?text={text}&top=3", "It dumped credentials from LSASS memory with Mimikatz")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(3)
                .jsonPath("$.items[0].id")
                .isEqualTo("T1003.001")
                .jsonPath("$.items[0].why.ranks.MEANING")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?text=", "?text=x&top=0", "?text=x&top=101"})
    void whatCannotBeAnsweredIsRefused(String query) {
        suggest(Role.ANALYST, query).expectStatus().isBadRequest();
    }

    @Test
    void aLongTextComesInTheBody() {
        post("x".repeat(8_000)).expectStatus().isOk();
    }

    @Test
    void tooLongATextIsRefused() {
        post("x".repeat(8_001)).expectStatus().isBadRequest();
    }

    @Test
    void techniquesAreNotForStaff() {
        suggest(Role.STAFF, "?text=x").expectStatus().isForbidden();
    }

    private static ResponseSpec post(String text) {
        return API.as(Role.ANALYST)
                .post()
                .uri("/api/v1/techniques/suggest")
                .bodyValue(Map.of("text", text, "top", 1))
                .exchange();
    }

    private static ResponseSpec suggest(Role role, String query, Object... values) {
        return API.as(role)
                .get()
                .uri("/api/v1/techniques/suggest" + query, values)
                .exchange();
    }
}
