package dev.analystcopilot.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.UserStore.User;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@Tag("slow")
class SessionTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @Test
    void theOneTimeTokenSignsInOnce() {
        String token = API.signInAddress().replaceAll(".*#token=", "");

        String cookie = signIn(Map.of("token", token))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.login")
                .isEqualTo("lead")
                .jsonPath("$.roles")
                .value(roles -> assertThat(roles.toString()).contains("analyst", "lead", "admin"))
                .jsonPath("$.tenant")
                .isEqualTo("demo")
                .returnResult()
                .getResponseCookies()
                .getFirst("copilot_session")
                .toString();

        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
        signIn(Map.of("token", token)).expectStatus().isUnauthorized();
    }

    @Test
    void aPasswordOpensASessionThatSigningOutEnds() {
        add("ana", "correct horse battery", "analyst");
        String session = sessionOf(Map.of("login", "ana", "password", "correct horse battery"));

        API.anonymous()
                .get()
                .uri("/api/v1/session")
                .cookie("copilot_session", session)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"login\":\"ana\",\"roles\":[\"analyst\"],\"tenant\":\"demo\"}");
        API.anonymous()
                .delete()
                .uri("/api/v1/session")
                .cookie("copilot_session", session)
                .header("X-Copilot", "1")
                .exchange()
                .expectStatus()
                .isNoContent();
        API.anonymous()
                .get()
                .uri("/api/v1/session")
                .cookie("copilot_session", session)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aPersonsProgramsHaveTheirRightsUntilTheyAreShutOut() throws InterruptedException {
        add("di", "correct horse battery", "staff");
        String token = API.part(Accounts.class)
                .issueForUser("di", java.time.Duration.ofDays(1))
                .orElseThrow();

        bearer(token).expectStatus().isOk().expectBody().jsonPath("$.roles[0]").isEqualTo("staff");
        API.database().tokens().revokeAll(Scope.analyst("demo"), "di");
        // Not by this process, so not at once.
        while (API.part(Accounts.class).remembered(token).isPresent()) {
            Thread.sleep(100);
        }
        bearer(token).expectStatus().isUnauthorized();
        assertThat(API.part(Accounts.class).issueForUser("nobody", java.time.Duration.ofDays(1)))
                .isEmpty();
    }

    private static ResponseSpec bearer(String token) {
        return API.anonymous()
                .get()
                .uri("/api/v1/session")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    @Test
    void anotherSitesPageCannotUseTheCookie() {
        add("bo", "correct horse battery", "analyst");
        String session = sessionOf(Map.of("login", "bo", "password", "correct horse battery"));

        API.anonymous()
                .post()
                .uri("/api/v1/conversations")
                .cookie("copilot_session", session)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(detail.toString()).contains("X-Copilot"));
    }

    @Test
    void guessingIsSlowedDown() {
        add("cy", "correct horse battery", "analyst");
        for (int i = 0; i < 5; i++) {
            signIn(Map.of("login", "cy", "password", "wrong")).expectStatus().isUnauthorized();
        }

        signIn(Map.of("login", "cy", "password", "correct horse battery"))
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After");
    }

    @Test
    void everyErrorIsAProblemDocument() {
        API.anonymous()
                .get()
                .uri("/api/v1/overview")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(401)
                .jsonPath("$.instance")
                .isEqualTo("/api/v1/overview");
    }

    @Test
    void thePageMayRunItsOwnScriptsOnly() {
        API.anonymous()
                .get()
                .uri("/")
                .exchange()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'none'")
                                .contains("script-src 'self'")
                                .contains("frame-ancestors 'none'"))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff");
    }

    private static void add(String login, String password, String role) {
        API.database()
                .users()
                .put(
                        Scope.analyst("demo"),
                        new User("demo", login, Set.of(role), Optional.of(Passwords.hash(password))));
    }

    private static String sessionOf(Map<String, String> credentials) {
        return signIn(credentials)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseCookies()
                .getFirst("copilot_session")
                .getValue();
    }

    private static ResponseSpec signIn(Map<String, String> credentials) {
        return API.anonymous()
                .post()
                .uri("/api/v1/session")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(credentials)
                .exchange();
    }
}
