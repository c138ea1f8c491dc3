package dev.analystcopilot.api.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.llm.LlmConversation;
import dev.analystcopilot.api.llm.LlmConversation.Speaker;
import dev.analystcopilot.api.llm.LlmConversation.Turn;
import dev.analystcopilot.api.llm.provider.Line;
import dev.analystcopilot.api.llm.provider.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final String BLOCK =
            "<evidence n=\"%d\" kind=\"alert\" id=\"a\">\nsome words of an alert\n</evidence>\n";
    private static final String QUESTION = "<question>\nwhat happened?\n</question>\n";

    @Test
    void leavesWhatFits() {
        String prompt = BLOCK.formatted(1) + QUESTION;

        assertThat(Fit.evidence(prompt, 1_000)).isEqualTo(prompt);
    }

    @Test
    void dropsTheLastEvidenceFirstAndKeepsTheQuestion() {
        StringBuilder prompt = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            prompt.append(BLOCK.formatted(i));
        }
        prompt.append(QUESTION);

        String fitted = Fit.evidence(prompt.toString(), 200);

        assertThat(Usage.tokens(fitted)).isLessThan(230);
        assertThat(fitted)
                .contains("n=\"1\"")
                .doesNotContain("n=\"40\"")
                .contains("more pieces of evidence are left out")
                .endsWith(QUESTION);
    }

    @Test
    void earlierTurnsGoFirst() {
        var conversation = new LlmConversation(
                "demo",
                "rules",
                List.of(
                        new Turn(Speaker.USER, "old ".repeat(500)),
                        new Turn(Speaker.ASSISTANT, "newer"),
                        new Turn(Speaker.USER, BLOCK.formatted(1) + QUESTION)),
                List.of());

        assertThat(Fit.opening(conversation, 100))
                .containsExactly(
                        new Line.System("rules"),
                        new Line.Model("newer", List.of()),
                        new Line.User(BLOCK.formatted(1) + QUESTION));
    }
}
