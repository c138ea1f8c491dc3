package dev.analystcopilot.knowledge.format.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1751656136.5",
                "1751656136500",
                "1751656136500000",
                "1751656136500000000",
                "2025-07-04T19:08:56.500Z",
                "2025-07-04T19:08:56.500+0000",
                "2025-07-04T21:08:56.500+02:00",
                "2025-07-04T21:08:56.5+02",
                "2025-07-04 19:08:56.500000+00:00",
                "2025-07-04 19:08:56.5 +0000",
                "2025-07-04 19:08:56.5 UTC",
                "2025-07-04t19:08:56.5z",
                " 2025-07-04T19:08:56.5 "
            })
    void everySpellingOfATimeIsRead(String text) {
        assertThat(Times.read(text)).isEqualTo(Instant.parse("2025-07-04T19:08:56.500Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "-5",
                "2025-13-01T00:00:00Z",
                "2025-07-04",
                "99999999999999999999",
                "2300-01-01T00:00:00Z"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> Times.read(text)).isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void aTimeWithoutZoneIsOfTheZoneGiven() {
        assertThat(Times.read("2025-07-04T19:08:56", ZoneId.of("Asia/Shanghai")))
                .isEqualTo(Instant.parse("2025-07-04T11:08:56Z"));
    }
}
