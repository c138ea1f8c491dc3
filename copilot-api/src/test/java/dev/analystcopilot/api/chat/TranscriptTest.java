package dev.analystcopilot.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.grounding.ClaimStream;
import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.grounding.GroundedPiece;
import dev.analystcopilot.api.grounding.proof.Proof;
import dev.analystcopilot.knowledge.text.Language;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final String ACTIVE =
            "See [the report](https://evil.example/a) <script>go()</script> AKIAIOSFODNN7EXAMPL1";

    private final EvidenceBook book = new EvidenceBook();
    private final Transcript transcript =
            new Transcript(0, new ClaimStream(book, item -> Proof.gone(), "", Language.EN), item -> true);

    @Test
    void whatIsKeptIsAsInertAsWhatIsSent() {
        var _ = transcript.told(new GroundedPiece.Text(ACTIVE));
        var item = book.add(Kind.ALERT, "a1", "![x](https://evil.example/?q=1)", "");
        var _ = transcript.told(new GroundedPiece.Citation(item));

        assertThat(transcript.text()).contains("hxxps[:]//evil[.]example/a").doesNotContain("<script", "AKIA");
        assertThat(transcript.recalled()).isEqualTo(transcript.text());
        assertThat(transcript.citations())
                .allSatisfy(citation -> assertThat(citation.label()).isEqualTo("(x)"));
    }

    @Test
    void soAreWordsOfAModel() {
        var _ = transcript.said("The host evil-99 sent " + ACTIVE + " [4].\n");
        var _ = transcript.ended();

        assertThat(transcript.text()).contains("~~").doesNotContain("<script", "https://", "AKIA");
    }
}
