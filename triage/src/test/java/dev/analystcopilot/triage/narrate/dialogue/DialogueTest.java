package dev.analystcopilot.triage.narrate.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.triage.narrate.question.Intent;
import dev.analystcopilot.triage.narrate.question.Question;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialogueTest {
    private static final Instant NOW = Instant.parse("2026-11-18T10:30:00Z");

    private final Dialogue dialogue = new Dialogue();

    private Question read(String text, String... earlier) {
        return dialogue.read(text, Optional.empty(), Optional.empty(), Arrays.asList(earlier), NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                What happened on web-01 last night? | and did it succeed?      | DID_IT_SUCCEED | web-01
                What happened on web-01 last night? | why?                     | WHY            | web-01
                What happened on web-01 last night? | what about db-01?        | WHAT_HAPPENED  | db-01
                How many alerts on web-01 by rule?  | and on db-01?            | COUNT          | db-01
                What happened on web-01?            | what next                | NEXT_STEPS     | web-01
                What happened on web-01?            | have we seen this before | SIMILAR        | web-01
                What happened on web-01?            | who else is affected     | WHO_AFFECTED   | web-01
                昨晚web-01上发生了什么？             | 那下一步呢                | NEXT_STEPS     | web-01
                昨晚web-01上发生了什么？             | 成功了吗                  | DID_IT_SUCCEED | web-01
                昨晚web-01上发生了什么？             | db-01呢？                | WHAT_HAPPENED  | db-01
                关于10.0.0.5我们知道些什么           | 有多少告警                | COUNT          | 10.0.0.5
                What do we know about alice.meyer?  | is it normal?            | ENTITY         | alice.meyer
                """)
    void knowsWhatItIsAbout(String before, String asked, Intent intent, String name) {
        Question question = read(asked, before);

        assertThat(question.intents()).contains(intent);
        assertThat(question.mentions()).contains(name);
    }

    @Test
    void theTimeGoesOnBeingMeant() {
        Question first = read("What happened on web-01 last night?");

        assertThat(read("what about db-01?", "What happened on web-01 last night?")
                        .window())
                .isEqualTo(first.window());
        assertThat(read("did it succeed?", "What happened on web-01 last night?")
                        .window())
                .isEqualTo(first.window());
    }

    @Test
    void anotherTimeKeepsTheRest() {
        Question question = read("and yesterday?", "How many alerts on web-01 today, by host?");

        assertThat(question.intents()).containsExactly(Intent.COUNT);
        assertThat(question.mentions()).contains("web-01");
        assertThat(question.window().orElseThrow().from()).isEqualTo(Instant.parse("2026-11-17T00:00:00Z"));
    }

    @Test
    void smallTalkBetweenChangesNothing() {
        assertThat(read("and did it succeed?", "What happened on web-01?", "thanks")
                        .mentions())
                .contains("web-01");
    }

    @Test
    void aListIsPointedInto() {
        Question question = read("tell me about the second one", "Which cases are most urgent?");

        assertThat(question.specifics().ordinal()).isEqualTo(2);
        assertThat(question.isAboutCase()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"What is phishing?", "Which cases are most urgent?", "hello", "summarise my shift"})
    void whatStandsAloneTakesNothingOver(String asked) {
        assertThat(read(asked, "What happened on web-01?").mentions()).isEmpty();
    }

    @Test
    void theSameWordsMeanTheSame() {
        List<Question> readings = List.of(
                read("why?", "What happened on web-01?", "what about db-01?"),
                read("why?", "What happened on web-01?", "what about db-01?"));

        assertThat(readings.stream().distinct().collect(Collectors.toList())).hasSize(1);
        assertThat(readings.getFirst().mentions()).contains("db-01").doesNotContain("web-01");
    }
}
