package dev.analystcopilot.api.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final String BLOCK = "<evidence n=\"1\">\n" + "word ".repeat(20) + "\n</evidence>\n";

    @Test
    void cutsBetweenBlocks() {
        assertThat(Pages.of(BLOCK.repeat(5), BLOCK.length() * 2 + 30))
                .containsExactly(BLOCK.repeat(2), BLOCK.repeat(2), BLOCK);
    }

    @Test
    void leavesWhatFits() {
        assertThat(Pages.of(BLOCK, 1_000)).containsExactly(BLOCK);
    }

    @RepeatedTest(100)
    void losesNothingAndNoPageIsTooBig(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(random.nextBoolean() ? BLOCK : random.nextBoolean() ? "告警 😀\n" : "word");
        }
        int room = 20 + random.nextInt(200);

        var pages = Pages.of(text.toString(), room);

        assertThat(String.join("", pages)).isEqualTo(text.toString());
        assertThat(pages).allMatch(page -> page.length() <= room);
    }
}
