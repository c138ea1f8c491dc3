package dev.analystcopilot.triage.narrate.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.text.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownAnswerTest {
    private static final Ref ALERT = new Ref.Alert("a1", "an alert");
    private static final Ref PASSAGE = new Ref.Passage("p1", "a passage");

    private static List<AnswerPiece> render(Language language, Block... blocks) {
        return MarkdownAnswer.render(new Answer(language, List.of(blocks), List.of(), Optional.empty()));
    }

    private static String line(String text) {
        return MarkdownAnswer.text(
                render(Language.EN, new Block.Paragraph(List.of(Sentence.of(text, List.of(ALERT))))));
    }

    @Test
    void announcesACitationOnceAndBeforeItsFirstUse() {
        List<AnswerPiece> pieces = render(
                Language.EN,
                new Block.Paragraph(List.of(
                        Sentence.of("One.", List.of(ALERT)), Sentence.of("Two.", List.of(PASSAGE, ALERT, ALERT)))));

        assertThat(pieces)
                .containsExactly(
                        new AnswerPiece.Citation(1, ALERT),
                        new AnswerPiece.Text("One. [1]"),
                        new AnswerPiece.Citation(2, PASSAGE),
                        new AnswerPiece.Text(" Two. [2][1]"));
    }

    @Test
    void laysOutAllBlocks() {
        String text = MarkdownAnswer.text(render(
                Language.ZH,
                new Block.Paragraph(List.of(Sentence.plain("一。"), Sentence.of("二。", List.of(ALERT)))),
                new Block.Heading("题"),
                new Block.Bullets(List.of(new Sentence("甲", "乙。", List.of(ALERT)), Sentence.plain("丙"))),
                new Block.Steps(List.of(Sentence.plain("先"), Sentence.plain("后")))));

        assertThat(text).isEqualTo("一。二。[1]\n\n### 题\n\n- **甲** 乙。[1]\n- 丙\n\n1. 先\n2. 后");
    }

    /// The first column is what an alert says, the second what stands in the Markdown.
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', textBlock = """
                plain words, 100% of them       ~ plain words, 100% of them
                see [1] and 【2】 and [3, 4]      ~ see (1) and (2) and (3, 4)
                [[1]]                           ~ [(1)]
                [click](http://evil.com)        ~ [click] (hxxp://evil.com)
                <img src=x onerror=alert(1)>    ~ \\<img src=x onerror=alert(1)\\>
                *bold* _it_ snake_case `code`   ~ \\*bold\\* \\_it\\_ snake_case \\`code\\`
                # heading                       ~ \\# heading
                - item                          ~ \\- item
                1. item                         ~ 1\\. item
                &lt;b&gt; R&D                   ~ \\&lt;b\\&gt; R&D
                C:\\Windows\\cmd.exe \\[1\\]        ~ C:\\Windows\\cmd.exe \\\\[1\\\\]
                a|b                             ~ a\\|b
                HTTPS://evil.com ftp://x        ~ HxxPS://evil.com fxp://x
                www.evil.com bob@evil.com       ~ www[.]evil.com bob[@]evil.com
                203.0.113.9 and 10.0.0.5        ~ 203.0.113[.]9 and 10.0.0.5
                {0} ${x} %s                     ~ {0} ${x} %s
                """)
    void quotesAlertsWithoutTheirEffect(String title, String markdown) {
        assertThat(line(title.strip())).isEqualTo(markdown.strip() + " [1]");
    }

    @Test
    void invisibleCharactersAndLineBreaksVanish() {
        assertThat(line("a\u202Eb\u0007c\n\n# d [\u200B1]")).isEqualTo("abc # d (1) [1]");
    }

    @Test
    void documentsKeepTheirAddresses() {
        String text = MarkdownAnswer.text(render(
                Language.EN, new Block.Paragraph(List.of(Sentence.of("Mail soc@corp.example.", List.of(PASSAGE))))));

        assertThat(text).isEqualTo("Mail soc@corp.example. [1]");
    }
}
