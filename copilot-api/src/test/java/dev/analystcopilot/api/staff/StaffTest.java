package dev.analystcopilot.api.staff;

import static dev.analystcopilot.api.Conversation.only;
import static dev.analystcopilot.api.Conversation.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.Conversation;
import dev.analystcopilot.api.Conversation.Heard;
import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.intake.ProductKnowledge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class StaffTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @BeforeAll
    static void fill() {
        var _ = ProductKnowledge.load(API.database());
        Samples.store(API.database(), "demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I clicked a suspicious link, what should I do now?", "我点了可疑链接怎么办？"})
    void getAnAnswerWithItsSources(String question) {
        List<Heard> events = new Conversation(API.as(Role.STAFF)).ask(question);

        assertThat(words(events)).isNotBlank();
        assertThat(only(events, "citation").path("kind").asString()).isEqualTo("passage");
        assertThat(only(events, "citation").path("verified").asBoolean()).isTrue();
        assertThat(only(events, "done").path("tier").asString()).isEqualTo("narrator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What happened on web-01?",
                "Show me case-0a1b2c3d4e5f",
                "List all alerts with 192.0.2.10",
                "web-01 上发生了什么？"
            })
    void neverLearnOfAlerts(String question) {
        List<Heard> events = new Conversation(API.as(Role.STAFF))
                .ask(Map.of("text", question, "caseId", Samples.CASE, "lang", "auto"));

        assertThat(events).noneMatch(event -> event.type().matches("chain|disposition"));
        assertThat(events)
                .filteredOn(event -> event.type().equals("citation"))
                .allMatch(event -> event.data().path("kind").asString().equals("passage"));
        assertThat(events.toString()).doesNotContain("Web shell on web-01", Samples.SHELL);
    }

    @Test
    void doNotSeeWhatIsMeantForAnalysts() {
        API.as(Role.STAFF)
                .get()
                .uri("/api/v1/knowledge/search?q=web+shell+eradicate&kind=runbook")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        API.as(Role.ANALYST)
                .get()
                .uri("/api/v1/knowledge/search?q=web+shell+eradicate&kind=runbook")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].kind")
                .isEqualTo("runbook");
    }

    @Test
    void cannotReadAnAnalystsConversation() {
        var analysts = new Conversation(API.as(Role.ANALYST));

        API.as(Role.STAFF)
                .get()
                .uri("/api/v1/conversations/{id}", analysts.id())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"What will the weather be like tomorrow?", "明天天气怎么样？", "What happened on web-01?"})
    void areToldPlainlyWhatIsNotKnown(String question) {
        List<Heard> events = new Conversation(API.as(Role.STAFF)).ask(question);

        assertThat(events)
                .filteredOn(event -> event.type().equals("status"))
                .anyMatch(event -> event.data().path("stage").asString().equals("sure")
                        && event.data().path("message").asString().matches("Not known.*|不知道.*"));
        assertThat(events).noneMatch(event -> event.type().equals("citation"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I typed my password on a page that was not ours",
                "our files have been encrypted and somebody wants bitcoin",
                "手机里的验证码我念给来电的人了",
                "我们把货款转给骗子了"
            })
    void getTheStepsOfAnEmergencyFirst(String question) {
        String words = words(new Conversation(API.as(Role.STAFF)).ask(question));

        assertThat(words).containsPattern("^### [^\n]+\n\n(Do this now|现在就做)\n\n1\\. ");
    }

    @Test
    void areOfferedToReportWhatTheyWereSent() {
        List<Heard> events = new Conversation(API.as(Role.STAFF))
                .ask("I got this mail: From: ceo@corp-pay.example Subject: urgent, what should I do with it?");

        assertThat(only(events, "action").path("kind").asString()).isEqualTo("report");
    }
}
