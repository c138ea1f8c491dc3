package dev.analystcopilot.triage.narrate.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.text.Language;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    private final Wording english = new Wording(Wording.phrases(), Language.EN);
    private final Wording chinese = new Wording(Wording.phrases(), Language.ZH);

    @Test
    void bothCataloguesHaveTheSameSentences() {
        assertThat(Wording.phrases().keys()).isNotEmpty();
    }

    @Test
    void writesTimesInUtc() {
        Instant first = Instant.parse("2022-01-24T03:56:47.9Z");
        Instant last = Instant.parse("2022-01-25T04:38:06Z");

        assertThat(english.span(first, first)).isEqualTo("24 January 2022 at 03:56:47 UTC");
        assertThat(english.span(first, last))
                .isEqualTo("24 January 2022, 03:56:47 UTC, to 25 January 2022, 04:38:06 UTC");
        assertThat(chinese.span(first, last)).isEqualTo("2022年1月24日 03:56:47 至 2022年1月25日 04:38:06（UTC）");
    }

    @Test
    void countsInEachLanguage() {
        assertThat(english.say("count.alerts", 1)).isEqualTo("1 alert");
        assertThat(english.say("count.alerts", 4444L)).isEqualTo("4,444 alerts");
        assertThat(chinese.say("count.alerts", 4444L)).isEqualTo("4,444 条告警");
    }

    @Test
    void listsInEachLanguage() {
        List<String> items = List.of("扫描", "Web Shell", "提权");

        assertThat(english.list(items)).isEqualTo("扫描, Web Shell and 提权");
        assertThat(english.list(List.of("Local Accounts", "Sudo and Sudo Caching")))
                .isEqualTo("Local Accounts, and Sudo and Sudo Caching");
        assertThat(chinese.list(items)).isEqualTo("扫描、Web Shell 和提权");
    }

    @Test
    void percentHasADecimalOnlyWhereItTells() {
        assertThat(english.percent(0.997)).isEqualTo("99.7%");
        assertThat(english.percent(0.6)).isEqualTo("60%");
    }

    @Test
    void valuesAreNoPatterns() {
        assertThat(english.say("quote", "{0} '{1}' it''s")).isEqualTo("“{0} '{1}' it''s”");
    }
}
