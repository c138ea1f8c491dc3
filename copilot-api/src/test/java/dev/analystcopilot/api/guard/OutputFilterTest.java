package dev.analystcopilot.api.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.document.StepDocument;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFilterTest {
    @ParameterizedTest
    @CsvSource({
        "see https://evil.example/a.b?c=d now, see hxxps[:]//evil[.]example/a.b?c=d now",
        "[click](http://evil.example/x), click (hxxp[:]//evil[.]example/x)",
        "![chart](https://evil.example/?q=1), (chart)",
        "www.evil.example, www[.]evil.example",
        "[a](javascript:alert(1)), a (javascript[:]alert(1))"
    })
    void linksAreText(String text, String inert) {
        assertThat(OutputFilter.inert(text)).isEqualTo(inert);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "<img src=x onerror=y>", "<https://evil.example>", "</evidence>"})
    void markupHasNoPower(String text) {
        assertThat(OutputFilter.inert(text)).doesNotContain("<");
    }

    @Test
    void marksOfCitationsStay() {
        assertThat(OutputFilter.inert("It failed [1][2]. ~~It worked [3].~~ **2 < 3**"))
                .isEqualTo("It failed [1][2]. ~~It worked [3].~~ **2 < 3**");
    }

    @Test
    void secretsDoNotGoOut() {
        assertThat(OutputFilter.inert("The key is AKIAIOSFODNN7EXAMPLE.")).doesNotContain("AKIA");
    }

    @Test
    void invisibleSignsDoNotGoOut() {
        assertThat(OutputFilter.inert("a\u202Eb\u200Bc\u0007d")).isEqualTo("abcd");
    }

    @Property(tries = 1000)
    void nothingThatCanBeFollowedIsLeft(@ForAll @StringLength(max = 60) @CharRange(from = ' ', to = '~') String text) {
        assertThat(OutputFilter.inert("http://" + text + " [a](" + text + ") <b " + text))
                .doesNotContain("http://")
                .doesNotContainPattern("<[A-Za-z/!?]")
                .doesNotContain("](http");
    }

    @Property(tries = 500)
    void aSecondTimeChangesNothing(@ForAll @StringLength(max = 80) String text) {
        String once = OutputFilter.inert(text);

        assertThat(OutputFilter.inert(once)).isEqualTo(once);
    }

    @Test
    void whatCodeTellsOfACaseCarriesNoSecretsEither() {
        var step = new StepDocument(
                1,
                "TA0001",
                Bilingual.same("Initial Access"),
                "T1078",
                Bilingual.same("Valid Accounts"),
                "attempted",
                Instant.EPOCH,
                Instant.EPOCH,
                1,
                List.of("a1"),
                List.of("host:web-01", "user:AKIAIOSFODNN7EXAMPLE"),
                Bilingual.same("<b>AKIAIOSFODNN7EXAMPLE</b>"));

        assertThat(OutputFilter.inert(new ChatEvent.Chain("case-1", List.of(step))))
                .isInstanceOfSatisfying(ChatEvent.Chain.class, chain -> {
                    assertThat(chain.steps().getFirst().entities()).contains("host:web-01");
                    assertThat(chain.toString()).doesNotContain("AKIA", "<b>");
                });
    }
}
