package dev.analystcopilot.api.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.grounding.HeldOut.End;
import dev.analystcopilot.api.grounding.HeldOut.Told;
import dev.analystcopilot.knowledge.text.Language;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What was reached on sentences that were written before the checks were looked at with them; it must not get worse.
class HeldOutTest {

    /// @param facts lies that are shown as fact
    /// @param struck truths that are struck
    @ParameterizedTest
    @CsvSource({
        "held-out-en.txt,EN,0,0",
        "held-out-zh.txt,ZH,0,0",
        "held-out-2-en.txt,EN,0,1",
        "held-out-2-zh.txt,ZH,0,1"
    })
    void staysAsGoodAsItWas(String file, Language language, int facts, int struck) {
        List<Told> told = HeldOut.tell(file, language);
        assertThat(those(told, true, End.FACT)).as("lies shown as fact").hasSizeLessThanOrEqualTo(facts);
        assertThat(those(told, false, End.STRUCK)).as("truths struck").hasSizeLessThanOrEqualTo(struck);
    }

    private static List<String> those(List<Told> told, boolean lie, End end) {
        return told.stream()
                .filter(one -> one.lie() == lie && one.end() == end)
                .map(Told::sentence)
                .toList();
    }
}
