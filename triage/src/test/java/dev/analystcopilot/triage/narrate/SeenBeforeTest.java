package dev.analystcopilot.triage.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.narrate.answer.Answer;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.MarkdownAnswer;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenBeforeTest {
    private static final Instant FIRST = Instant.parse("2022-01-02T08:00:00Z");
    private static final Instant LAST = Instant.parse("2022-01-24T03:57:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                EN | 12   | true  | “Web scan”: 12 times since 2 January 2022, last on 24 January 2022; judged a false alarm by ann
                EN | 1    | true  | “Web scan”: once outside this case, on 24 January 2022; judged
                EN | 1000 | false | more than 1,000 times
                ZH | 12   | true  | 自2022年1月2日以来出现 12 次，最近一次是2022年1月24日；ann 于2022年1月24日判定为误报。
                """)
    void saysHowOftenWhenAndWhatWasJudged(Language language, long alerts, boolean countedAll, String expected) {
        var past = new PastFact(
                new AlertFact("a-1", LAST, "Web scan", "test", List.of()),
                alerts,
                countedAll,
                FIRST,
                Optional.of(new PastFact.Judgement("false_positive", "ann", LAST)));

        assertThat(told(language, past)).contains(expected);
    }

    private static String told(Language language, PastFact past) {
        var wording = new Wording(Wording.phrases(), language);
        List<Block> blocks = new SeenBefore(wording, new Citations(Map.of(), wording)).blocks(List.of(past));
        return MarkdownAnswer.text(MarkdownAnswer.render(new Answer(language, blocks, List.of(), Optional.empty())));
    }
}
