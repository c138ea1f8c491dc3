package dev.analystcopilot.knowledge.text.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossLingualTest {
    private final Glossary glossary = new Glossary(List.of(
            new Pair("横向移动", "lateral movement", "attack"),
            new Pair("移动", "move", "general"),
            new Pair("移动", "mobile", "general"),
            new Pair("挂马", "drive-by compromise", "attack"),
            new Pair("网站", "website", "general"),
            new Pair("怎么办", "what should I do", "function"),
            new Pair("了", "-", "function"),
            new Pair("凭据", "credential", "general"),
            new Pair("凭证", "credential", "general")));
    private final CrossLingual crossLingual = new CrossLingual(glossary, new Tokens());

    @Test
    void theLongestTermIsTaken() {
        assertThat(glossary.segment("横向移动", Language.ZH))
                .singleElement()
                .extracting(Segment::text)
                .isEqualTo("横向移动");
    }

    @Test
    void sensesAreWeighted() {
        assertThat(crossLingual.expand("移动了", Language.ZH, Language.EN).terms())
                .containsOnly(entry("move", 1.0), entry("mobil", 0.5));
    }

    @Test
    void namesStayAsTheyAre() {
        assertThat(crossLingual
                        .expand("网站 WEB-01 被挂马了怎么办", Language.ZH, Language.EN)
                        .translatedText())
                .isEqualTo("website WEB-01 drive-by compromise what should I do");
    }

    @Test
    void englishTermsAreFoundWhateverTheirEndings() {
        assertThat(crossLingual
                        .expand("Stolen credentials on WEB-01", Language.EN, Language.ZH)
                        .terms())
                .containsEntry("凭据", 1.0)
                .containsEntry("凭证", 0.5)
                .containsEntry("web", 1.0);
    }

    @Test
    void unknownWordsLowerTheCoverage() {
        assertThat(crossLingual.expand("横向移动葡萄", Language.ZH, Language.EN).coverage())
                .isBetween(0.6, 0.7);
    }

    @Test
    void theSameLanguageIsLeftAlone() {
        assertThat(crossLingual
                        .expand("lateral movement", Language.EN, Language.EN)
                        .translatedText())
                .isEqualTo("lateral movement");
    }

    @Test
    void shippedOnesKnowTheTechniques() {
        assertThat(CrossLingual.shipped()
                        .expand("隐写术", Language.ZH, Language.EN)
                        .terms())
                .containsKey("steganographi");
    }
}
