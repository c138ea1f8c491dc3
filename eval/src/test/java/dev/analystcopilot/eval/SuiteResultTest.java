package dev.analystcopilot.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuiteResultTest {
    @Test
    void isScoredWhereOneNumberIs() {
        assertThat(result(Score.none("needs data"), Score.of(0)).isScored()).isTrue();
    }

    @Test
    void isNotWhereTheDataIsMissing() {
        assertThat(result(Score.none("needs data"), Score.none("needs data")).isScored())
                .isFalse();
    }

    private static SuiteResult result(Score one, Score other) {
        var row = new Row("row", Map.of("one", one, "other", other));
        return new SuiteResult("what", List.of(new ResultTable("table", List.of(row))), List.of());
    }
}
