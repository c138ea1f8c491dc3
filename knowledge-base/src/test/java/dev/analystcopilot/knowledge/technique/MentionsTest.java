package dev.analystcopilot.knowledge.technique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.embeddings.text.Vector;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MentionsTest {
    private static final List<String> IDS = List.of("T1055", "T1055.009", "T1055.008", "T1071.004");
    private static final Mentions MENTIONS =
            new Mentions(IDS, List.of("Process Injection", "Proc Memory", "Ptrace System Calls", "DNS"));

    @Test
    void putsTheIdInAQuestionFirst() {
        assertThat(first("Which mitigation is recommended for t1055.008?")).isEqualTo("T1055.008");
    }

    @Test
    void putsTheNameInAQuestionFirst() {
        assertThat(first("How is process injection detected?")).isEqualTo("T1055");
    }

    @Test
    void prefersTheMembersThatAreAskedFor() {
        assertThat(first("Which sub-technique of T1055 needs ptrace?")).isIn("T1055.009", "T1055.008");
    }

    @Test
    void prefersTheMemberThatIsNamedBesideItsParent() {
        assertThat(first("Is Proc Memory a sub-technique of Process Injection?"))
                .isEqualTo("T1055.009");
    }

    @Test
    void rewardsAnOptionLessThanWhatIsAskedFor() {
        assertThat(first("Which of them is T1071.004? A) Process Injection B) DNS"))
                .isEqualTo("T1071.004");
    }

    @Test
    void leavesAStatementWithoutNamesAlone() {
        assertThat(MENTIONS.bonus(text("The malware injects code into a process.")))
                .containsOnly(0);
    }

    private static String first(String text) {
        double[] bonus = MENTIONS.bonus(text(text));
        return IntStream.range(0, bonus.length)
                .boxed()
                .max(Comparator.comparingDouble(i -> bonus[i]))
                .map(IDS::get)
                .orElseThrow();
    }

    private static Ranker.Text text(String text) {
        var question = Question.of(text);
        return new Ranker.Text(
                text, question.map(Question::asked).orElse(text), Map.of(), Vector.of(new float[] {1}), question);
    }
}
