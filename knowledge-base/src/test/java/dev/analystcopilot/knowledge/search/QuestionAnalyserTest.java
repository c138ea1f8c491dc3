package dev.analystcopilot.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.Tokens;
import dev.analystcopilot.knowledge.text.glossary.CrossLingual;
import org.junit.jupiter.api.Test;

class QuestionAnalyserTest {
    private final QuestionAnalyser analyser = new QuestionAnalyser(new Tokens(), CrossLingual.shipped());

    @Test
    void namesOfDocumentsAreSpeltAsTheDocumentsSpellThem() {
        assertThat(analyser.analyse(
                                "is t1059.001 or cve-2024-3094 or 3B6AB547-8EC2-4991-B9D2-2B06702A48D7 in G0016?",
                                Language.EN,
                                Language.EN)
                        .names())
                .containsExactlyInAnyOrder(
                        "T1059.001", "CVE-2024-3094", "3b6ab547-8ec2-4991-b9d2-2b06702a48d7", "G0016");
    }

    @Test
    void aWordIsShownAsItWasAsked() {
        assertThat(analyser.analyse("suspicious downloads", Language.EN, Language.EN)
                        .written("download"))
                .isEqualTo("downloads");
    }

    @Test
    void aQuestionForTheOtherLanguageIsCarriedOver() {
        Analysis analysis = analyser.analyse("勒索软件怎么处置", Language.ZH, Language.EN);

        assertThat(analysis.translated()).isTrue();
        assertThat(analysis.terms()).containsKey("ransomwar");
    }
}
