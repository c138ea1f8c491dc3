package dev.analystcopilot.api.guard;

import static org.assertj.core.api.Assertions.assertThat;

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
}
