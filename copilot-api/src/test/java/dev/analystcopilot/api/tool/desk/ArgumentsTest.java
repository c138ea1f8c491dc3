package dev.analystcopilot.api.tool.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @ParameterizedTest
    @CsvSource({
        "2022-01-24, 2022-01-24T00:00:00Z",
        "2022-01-24T03:57, 2022-01-24T03:57:00Z",
        "2022-01-24 03:57:10, 2022-01-24T03:57:10Z",
        "2022-01-24T03:57:10Z, 2022-01-24T03:57:10Z",
        "2022-01-24T03:57:10+08:00, 2022-01-23T19:57:10Z"
    })
    void timesAreReadAsPeopleWriteThem(String written, Instant meant) {
        assertThat(of("at", written).time("at")).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2022-13-01", "24.1.2022", "1643000000", "'; DROP"})
    void whatIsNoTimeIsRefused(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("at", written).time("at"))
                .withMessageContaining("2022-01-24T03:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"host:web-01, host:web-01", "192.0.2.7, ip:192.0.2.7", "hxxp://a[.]example/x, url:http://a.example/x"})
    void entitiesAreReadByTypeOrShape(String written, String key) {
        assertThat(of("entity", written).entity("entity").orElseThrow().key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "two", "1.5", "99999999999"})
    void wholeNumbersStayInTheirBounds(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> of("n", written).whole("n", 20, 1, 100));
    }

    @Test
    void blankIsAbsent() {
        assertThat(of("text", "  ").text("text")).isEqualTo(Optional.empty());
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("text", "x".repeat(2_001)).text("text"))
                .withMessageContaining("2000");
    }

    private static Arguments of(String name, String value) {
        return new Arguments(Map.of(name, value));
    }
}
