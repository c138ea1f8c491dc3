package dev.analystcopilot.api.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NarratedTest {
    @ParameterizedTest
    @CsvSource({
        "'Two alerts came in. [1] One took effect. [2][3]', 2",
        "'- **rule-1** 12 alerts [1]\n- **rule-2** 3 alerts [1]', 2",
        "'I answer questions about alerts.', 0",
        "'An alert says “see \\[1\\]”.', 0",
        "'共有 3 条告警。[1]时间跨度：一天。[1]', 2"
    })
    void countsWhatPointsToEvidence(String markdown, int statements) {
        assertThat(Narrated.statements(markdown)).isEqualTo(statements);
    }
}
