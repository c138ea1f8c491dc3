package dev.analystcopilot.knowledge.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.staff.AskedDocument.Way;
import dev.analystcopilot.knowledge.staff.AskedIndex.Fit;
import dev.analystcopilot.knowledge.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskedIndexTest {
    private final Tokens tokens = new Tokens();
    private final AskedDocument phishing = document("phishing", way("I got a phishing mail", 1, 0, 0));
    private final AskedDocument phone =
            document("phone", way("my phone was stolen", 0, 1, 0), way("手机被偷了", 0, 1, 0.1f));
    private final AskedIndex index =
            new AskedIndex(List.of(phishing, phone), List.of(way("what is for lunch", 0, 0, 1)));

    @Test
    void findsWhatIsMeant() {
        assertThat(best("near", way("somebody took my mobile", 0.1f, 0.9f, 0))).isEqualTo("phone");
    }

    @Test
    void findsWhatIsSpeltWrongly() {
        assertThat(best("spelling", way("pishing mial", 0, 0, 1))).isEqualTo("phishing");
    }

    @Test
    void findsChineseHoweverItIsCut() {
        assertThat(best("spelling", way("被偷手机了", 1, 0, 0))).isEqualTo("phone");
    }

    @Test
    void comparesWithWhatNoDocumentIsAboutToo() {
        Fit none = index.fits(way("lunch", 0, 0, 1), Optional.empty()).getLast();

        assertThat(none.document()).isEmpty();
        assertThat(none.features().get("near")).isGreaterThan(0.5);
    }

    @Test
    void leavesOutTheQuestionItself() {
        Way itself = phishing.ways().getFirst();

        Map<String, Double> features =
                index.fits(itself, Optional.of(itself.text())).getFirst().features();

        assertThat(features).containsEntry("spelling", 0.0).containsEntry("bm25", 0.0);
    }

    private String best(String feature, Way question) {
        return index.fits(question, Optional.empty()).stream()
                .max((a, b) ->
                        Double.compare(a.features().get(feature), b.features().get(feature)))
                .flatMap(Fit::document)
                .map(AskedDocument::ref)
                .orElse("none");
    }

    private static AskedDocument document(String ref, Way... ways) {
        return new AskedDocument(ref, ref, "staff", ref, Set.of(), List.of(ways));
    }

    private Way way(String text, float... vector) {
        return new Way(text, new HashSet<>(tokens.of(text)), Pieces.of(text), Vector.of(vector));
    }
}
