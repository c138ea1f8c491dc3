package dev.analystcopilot.api.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.bot.platform.Style;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void whatFitsStaysWhole() {
        assertThat(new Words("All of it.", "\n\n**Sources**\n\n- [1] x", false).in(Style.TEAMS))
                .isEqualTo("All of it.\n\n**Sources**\n\n- [1] x");
    }

    @Test
    void whatIsTooLongEndsWithASentenceAndSaysSo() {
        String shown = new Words("A sentence of words. ".repeat(1_000), "\n\n- [1] x", false).in(Style.SLACK);

        assertThat(shown.length()).isLessThanOrEqualTo(Style.SLACK.longest());
        assertThat(shown).contains("of words.\n\n_(shortened").endsWith("[1] x");
    }

    @Test
    void aStruckClaimThatIsCutStaysStruck() {
        String shown = new Words("~~" + "一二三四五六七八九十".repeat(500) + "~~", "", true).in(Style.FEISHU);

        assertThat(shown.indexOf("~~")).isZero();
        assertThat(shown.split("~~", -1)).hasSize(3);
    }
}
