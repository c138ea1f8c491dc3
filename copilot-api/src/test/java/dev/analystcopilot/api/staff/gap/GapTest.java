package dev.analystcopilot.api.staff.gap;

import static dev.analystcopilot.api.Conversation.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.Conversation;
import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.intake.ProductKnowledge;
import dev.analystcopilot.knowledge.text.Language;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class GapTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    private static JsonNode gaps(String query) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(API.as(Role.LEAD)
                        .get()
                        .uri("/api/v1/knowledge/gaps" + query)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody()));
    }

    private static JsonNode gap(String words) {
        return gaps("?all=true")
                .valueStream()
                .filter(gap -> gap.path("question").asString().contains(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameQuestionIsCountedOnceAndNamesNobody() {
        Gaps desk = API.part(Gaps.class);
        desk.note("demo", "May I park my drone (ann@corp.example) on the roof?", Language.EN);
        desk.note("demo", "May I park my drone (bob@corp.example) on the roof??", Language.EN);

        assertThat(gap("drone").path("times").asInt()).isEqualTo(2);
        assertThat(gap("drone").path("question").asString()).doesNotContain("ann@");
    }

    @Test
    void aDismissedOneIsListedNoMore() {
        API.part(Gaps.class).note("demo", "Is there a lift for bicycles?", Language.EN);
        API.as(Role.LEAD)
                .delete()
                .uri("/api/v1/knowledge/gaps/" + gap("bicycles").path("id").asString())
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(gaps("").toString()).doesNotContain("bicycles");
    }

    @Test
    void onlyLeadsSeeThem() {
        for (Role role : new Role[] {Role.STAFF, Role.ANALYST}) {
            API.as(role)
                    .get()
                    .uri("/api/v1/knowledge/gaps")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    @Test
    void anAnswerNeedsATitle() {
        API.part(Gaps.class).note("demo", "Who waters the plants?", Language.EN);
        API.as(Role.LEAD)
                .post()
                .uri("/api/v1/knowledge/gaps/" + gap("plants").path("id").asString() + "/answer")
                .bodyValue(Map.of("text", "Nobody", "language", "en"))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void whatALeadAnswersIsAnsweredFromThenOn() {
        var _ = ProductKnowledge.load(API.database());
        String question = "Is the zeppelin hangar monitored by cameras at night?";
        String before = words(new Conversation(API.as(Role.STAFF)).ask(question));
        API.as(Role.LEAD)
                .post()
                .uri("/api/v1/knowledge/gaps/" + gap("zeppelin").path("id").asString() + "/answer")
                .bodyValue(Map.of(
                        "title",
                        "Is the zeppelin hangar monitored?",
                        "text",
                        "- Yes, by four cameras, day and night. Pictures are kept for a week.",
                        "language",
                        "en"))
                .exchange()
                .expectStatus()
                .isOk();

        String after = words(new Conversation(API.as(Role.STAFF)).ask(question));

        assertThat(before).contains("None of the documents");
        assertThat(after).contains("four cameras");
        assertThat(gap("zeppelin").path("status").asString()).isEqualTo("answered");
    }
}
