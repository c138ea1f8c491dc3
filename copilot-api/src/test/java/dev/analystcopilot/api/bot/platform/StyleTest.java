package dev.analystcopilot.api.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTest {
    private static final String MARKDOWN = """
            ## What happened

            - A **web shell** ran *(not proven)* [1]
            - ~~It was 7 times.~~
            - `case-1`: <!channel> a \\*b\\* & c""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SLACK|\"*What happened*\"|\"• A *web shell* ran _(not proven)_ [1]\"|\"~It was 7 times.~\"",
                "TEAMS|\"## What happened\"|\"**web shell**\"|\"~~It was 7 times.~~\"",
                "FEISHU|\"**What happened**\"|\"**web shell**\"|\"~~It was 7 times.~~\"",
                "DINGTALK|\"## What happened\"|\"**web shell**\"|\"【✗ It was 7 times.】\"",
                "WECOM_TEXT|\"What happened\"|\"• A web shell ran\"|\"【✗ It was 7 times.】\""
            })
    void saysTheSameInEachPlatformsWay(Style style, String heading, String bold, String struck) {
        assertThat(style.of(MARKDOWN)).contains(heading).contains(bold).contains(struck);
    }

    @Test
    void nobodyIsCalledByATextOfOthers() {
        for (Style style : Style.values()) {
            if (style != Style.WECOM_TEXT) {
                assertThat(style.of(MARKDOWN + " <at id=all></at> \\<@U1\\>")).doesNotContain("<");
            }
        }
    }
}
