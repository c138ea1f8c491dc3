package dev.analystcopilot.knowledge.technique;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which mitigation helps against T1574",
                "On which platform does it run",
                "Somebody dumped LSASS: which technique is that?",
                "删除卷影副本是哪个技术"
            })
    void knowsAQuestion(String text) {
        assertThat(Question.of(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"The malware deletes shadow copies.", "It asks what the host is called", "恶意软件删除卷影副本"})
    void takesOtherTextsAsTheyAre(String text) {
        assertThat(Question.of(text)).isEmpty();
    }

    @Test
    void partsTheOptionsFromWhatIsAsked() {
        Question question = Question.of("Which of these stops it? A) Backups B) Longer passwords C) Neither")
                .orElseThrow();

        assertThat(question)
                .isEqualTo(
                        new Question("Which of these stops it?", "A) Backups B) Longer passwords C) Neither", false));
    }

    @Test
    void takesAFirstLetterForNoOption() {
        Question question = Question.of("What is A. B. Smith known for?").orElseThrow();

        assertThat(question.asked()).startsWith("What is");
    }

    @Test
    void seesThatMembersAreAskedFor() {
        assertThat(Question.of("Which sub-technique of T1547 uses Run keys?")
                        .orElseThrow()
                        .members())
                .isTrue();
    }

    @Test
    void leavesOutWhatQuestionsAreMadeOf() {
        assertThat(Question.subject(Map.of("techniqu", 1, "shadow", 1))).containsOnlyKeys("shadow");
    }
}
