package dev.analystcopilot.api.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamGrounderTest {
    private static final String REAL = "0f3a5c7e9b1d2f4a6c8e0b2d4f6a8c0e";

    private final EvidenceBook book = new EvidenceBook();
    private final StreamGrounder grounder = new StreamGrounder(book, "known-elsewhere 198.51.100.7"::contains);

    StreamGrounderTest() {
        book.add(Kind.ALERT, REAL, "web shell", "seen from 192.0.2.10");
        book.add(Kind.PASSAGE, "p-2", "runbook", "isolate the host");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It worked [1].                         | It worked [1].
            Both [1, 2] agree.                     | Both [1][2] agree.
            发生了入侵【1】。                        | 发生了入侵[1]。
            Never seen [7].                        | Never seen ~~[7]~~.
            Alert 0f3a5c7e9b1d2f4a6c8e0b2d4f6a8c0e | Alert 0f3a5c7e9b1d2f4a6c8e0b2d4f6a8c0e
            Alert 1111222233334444aaaabbbbccccdddd | Alert ~~1111222233334444aaaabbbbccccdddd~~
            from 192.0.2.10 and 203.0.113.99.      | from 192.0.2.10 and ~~203.0.113.99~~.
            you asked of 198.51.100.7, fine        | you asked of 198.51.100.7, fine
            CVE-2021-44228 again                   | ~~CVE-2021-44228~~ again
            see case-00ff00ff now                  | see ~~case-00ff00ff~~ now
            the facade was defaced effectively     | the facade was defaced effectively
            """)
    void strikesWhatDoesNotExist(String said, String shown) {
        assertThat(text(List.of(said))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void showsTheSameHoweverTheTextIsCut(int size) {
        String said = "First [1], then [9] and 203.0.113.99; [2] says isolate 1111222233334444aaaabbbbccccdddd.";
        var pieces = java.util.stream.IntStream.iterate(0, i -> i < said.length(), i -> i + size)
                .mapToObj(i -> said.substring(i, Math.min(said.length(), i + size)))
                .toList();

        assertThat(text(pieces))
                .isEqualTo(
                        "First [1], then ~~[9]~~ and ~~203.0.113.99~~; [2] says isolate ~~1111222233334444aaaabbbbccccdddd~~.");
        assertThat(grounder.struck()).isEqualTo(3);
        assertThat(grounder.cited()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void announcesEvidenceBeforeItsFirstUse() {
        var pieces = grounder.next("It worked [1], surely [1]. ");

        assertThat(pieces.getFirst())
                .isEqualTo(new GroundedPiece.Citation(book.number(1).orElseThrow()));
        assertThat(pieces).hasSize(2);
    }

    private String text(List<String> said) {
        var shown = new StringBuilder();
        for (String piece : said) {
            append(shown, grounder.next(piece));
        }
        append(shown, grounder.end());
        return shown.toString();
    }

    private static void append(StringBuilder shown, List<GroundedPiece> pieces) {
        for (GroundedPiece piece : pieces) {
            switch (piece) {
                case GroundedPiece.Text text -> shown.append(text.text());
                case GroundedPiece.Citation ignored -> {
                    // its mark follows in the text
                }
            }
        }
    }
}
