package dev.analystcopilot.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.text.Indicators.Indicator;
import dev.analystcopilot.knowledge.text.Indicators.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class IndicatorsTest {

    @Test
    void findsEachKind() {
        assertThat(
                        Indicators.in(
                                "From 10.0.0.5 and 2001:db8::1 to evil.example.com, CVE-2021-44228, t1505.003, d41d8cd98f00b204e9800998ecf8427e"))
                .containsExactly(
                        new Indicator(Kind.IP, "10.0.0.5"),
                        new Indicator(Kind.IP, "2001:db8::1"),
                        new Indicator(Kind.DOMAIN, "evil.example.com"),
                        new Indicator(Kind.HASH, "d41d8cd98f00b204e9800998ecf8427e"),
                        new Indicator(Kind.CVE, "CVE-2021-44228"),
                        new Indicator(Kind.TECHNIQUE, "T1505.003"));
    }

    @Test
    void readsDefangedOnes() {
        assertThat(Indicators.in("hxxp://evil[.]example[.]org 192[.]0[.]2[.]7"))
                .contains(new Indicator(Kind.IP, "192.0.2.7"));
    }

    @Test
    void timesVersionsAndFilesAreNone() {
        assertThat(Indicators.in("at 12:30:45 nginx 1.2.3.4.5 wrote shell.php and 999.1.1.1"))
                .isEmpty();
    }

    @Test
    void hostileTextIsReadQuickly() {
        String hostile = "a.".repeat(100_000) + "1:".repeat(100_000) + "f".repeat(100_000);

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> Indicators.in(hostile));
    }
}
