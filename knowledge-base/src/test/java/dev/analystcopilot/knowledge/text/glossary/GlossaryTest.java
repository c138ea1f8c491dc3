package dev.analystcopilot.knowledge.text.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.text.Language;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class GlossaryTest {
    private final List<Pair> shipped = Glossary.shippedPairs();

    @Test
    void thereAreEnoughPairs() {
        assertThat(shipped).filteredOn(pair -> !pair.isFunction()).hasSizeGreaterThanOrEqualTo(1200);
    }

    @Test
    void noPairStandsTwice() {
        assertThat(shipped)
                .map(pair -> (pair.zh() + "=" + pair.en()).toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    @Test
    void aLineThatIsNoneIsNamed() {
        Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> Pair.parse("pairs.tsv", List.of("木马\ttrojan\tmalware", "木马")))
                .withMessageContaining("line 2");
    }

    @Test
    void theJargonOfHackedWebsitesIsUnderstood() {
        assertThat(Glossary.shipped().translate("网站被挂马了怎么处理？", Language.ZH))
                .contains("website")
                .contains("drive-by");
    }
}
