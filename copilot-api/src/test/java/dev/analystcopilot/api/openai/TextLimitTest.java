package dev.analystcopilot.api.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TextLimitTest {

    @Test
    void cutsBeforeAStopThatComesInTwoPieces() {
        var limit = new TextLimit(OptionalInt.empty(), List.of("END"));

        String shown = limit.next("one E") + limit.next("ND two") + limit.rest();

        assertThat(shown).isEqualTo("one ");
        assertThat(limit.end()).isEqualTo(TextLimit.End.STOP);
    }

    @Test
    void losesNothingThatOnlyLooksLikeAStop() {
        var limit = new TextLimit(OptionalInt.empty(), List.of("END"));

        String shown = limit.next("one E") + limit.next("N two") + limit.rest();

        assertThat(shown).isEqualTo("one EN two");
    }

    @Test
    void aStruckClaimStaysStruckWhereTheTextIsCut() {
        var limit = new TextLimit(OptionalInt.empty(), List.of("false"));

        assertThat(limit.next("~~It was false.~~")).isEqualTo("~~It was ~~");
    }

    @Test
    void takesWholePiecesOnly() {
        var limit = new TextLimit(OptionalInt.of(4), List.of());

        String shown = limit.next("twelve chars") + limit.next("~~twelve more~~") + limit.rest();

        assertThat(shown).isEqualTo("twelve chars");
        assertThat(limit.end()).isEqualTo(TextLimit.End.LENGTH);
    }
}
