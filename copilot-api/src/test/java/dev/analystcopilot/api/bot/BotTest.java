package dev.analystcopilot.api.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.bot.ChatPlatforms.Signed;
import dev.analystcopilot.api.security.Passwords;
import dev.analystcopilot.knowledge.intake.ProductKnowledge;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.UserStore.User;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// Each platform as it calls and is called, on a stand-in for its servers.
@Tag("slow")
class BotTest {
    private static final String CLICKED = "I clicked a suspicious link, what should I do now?";
    private static final ChatPlatforms PLATFORMS = new ChatPlatforms();

    @RegisterExtension
    static final RunningApi API = new RunningApi(PLATFORMS.settings());

    @BeforeAll
    static void fill() {
        var _ = ProductKnowledge.load(API.database());
        Samples.store(API.database(), "demo");
        var hash = Optional.of(Passwords.hash("correct horse battery"));
        API.database().users().put(Scope.analyst("demo"), new User("demo", "ana", Set.of("analyst"), hash));
    }

    @BeforeEach
    void forget() {
        PLATFORMS.forget();
    }

    @AfterAll
    static void stop() {
        PLATFORMS.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "dingtalk", "feishu", "wecom-bot"})
    void answersInTheThread(String platform) {
        send(PLATFORMS.question(platform, "event-" + platform, "U1", CLICKED))
                .expectStatus()
                .isOk();

        List<String> posted = PLATFORMS.await(1);
        assertThat(posted.getLast()).contains("ources").contains("[1]");
        PLATFORMS.requireThread(platform, posted.getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"teams", "wecom"})
    void answersInTheResponse(String platform) {
        String response = body(send(PLATFORMS.question(platform, "1485983408511", "U1", CLICKED)));

        assertThat(PLATFORMS.opened(platform, response)).contains("ources").contains("[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "teams", "dingtalk", "feishu", "wecom", "wecom-bot"})
    void aWrongSignatureIsRefused(String platform) {
        send(PLATFORMS.question(platform, "forged-" + platform, "U1", CLICKED).forged())
                .expectStatus()
                .isUnauthorized();

        assertThat(PLATFORMS.posted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "teams", "dingtalk", "feishu", "wecom"})
    void anOldRequestIsRefused(String platform) {
        send(PLATFORMS.earlier(Duration.ofMinutes(10)).question(platform, "old-" + platform, "U1", CLICKED))
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "dingtalk", "feishu"})
    void theSameMessageAgainIsAnsweredOnce(String platform) throws InterruptedException {
        Signed question = PLATFORMS.question(platform, "again-" + platform, "U1", CLICKED);
        send(question).expectStatus().isOk();
        send(question).expectStatus().isOk();

        var _ = PLATFORMS.await(1);
        Thread.sleep(300);
        assertThat(PLATFORMS.posted()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "feishu", "wecom"})
    void theAddressIsVerified(String platform) {
        assertThat(body(send(PLATFORMS.verification(platform)))).contains("challenge-123");
    }

    @Test
    void staffLearnNothingOfAlertsAndAnalystsOnlyWhereNobodyReadsAlong() {
        String question = "What happened on web-01 on 24 January 2022? " + Samples.CASE;
        send(PLATFORMS.question("slack", "E-staff", "U1", question))
                .expectStatus()
                .isOk();
        assertThat(PLATFORMS.await(1).getLast()).doesNotContain("Web shell on web-01", "true_positive");

        PLATFORMS.forget();
        send(PLATFORMS.question("slack", "E-overheard", "U-ANA", question))
                .expectStatus()
                .isOk();
        assertThat(PLATFORMS.await(1).getLast()).doesNotContain("Web shell on web-01", "true_positive");

        PLATFORMS.forget();
        send(PLATFORMS.direct("E-direct", "U-ANA", question)).expectStatus().isOk();
        assertThat(PLATFORMS.await(1).getLast()).contains(Samples.CASE);
    }

    @Test
    void aFollowUpGoesOnInTheSameConversation() {
        send(PLATFORMS.question("slack", "E-1", "U7", CLICKED)).expectStatus().isOk();
        var _ = PLATFORMS.await(1);
        send(PLATFORMS.question("slack", "E-2", "U7", "And if I typed my password?"))
                .expectStatus()
                .isOk();
        var _ = PLATFORMS.await(2);

        var store = API.database().conversations();
        String owner = "bot:slack:" + ChatPlatforms.SLACK_THREAD;
        var conversations = store.list(Scope.staff("demo"), owner, 10);
        assertThat(conversations).hasSize(1);
        assertThat(store.messages(
                        Scope.staff("demo"), owner, conversations.getFirst().id()))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void answersGoNowhereElse() {
        send(PLATFORMS.dingTalkTo("http://127.0.0.1:1/steal")).expectStatus().isBadRequest();
    }

    @Test
    void whatABotSaysIsPassedOver() throws InterruptedException {
        send(PLATFORMS.slackBotsOwnMessage()).expectStatus().isOk();

        Thread.sleep(200);
        assertThat(PLATFORMS.posted()).isEmpty();
    }

    @Test
    void aBotThatIsNotSetUpIsNotThere() {
        send(new Signed("POST", "/api/v1/bots/telegram", java.util.Map.of(), "{}"))
                .expectStatus()
                .isNotFound();
    }

    private static ResponseSpec send(Signed call) {
        var request = API.anonymous()
                .mutate()
                .responseTimeout(Duration.ofSeconds(20))
                .build()
                .method(org.springframework.http.HttpMethod.valueOf(call.method()))
                .uri(URI.create(API.url() + call.path()));
        call.headers().forEach(request::header);
        return call.body().isEmpty()
                ? request.exchange()
                : request.bodyValue(call.body()).exchange();
    }

    private static String body(ResponseSpec response) {
        return String.valueOf(response.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
