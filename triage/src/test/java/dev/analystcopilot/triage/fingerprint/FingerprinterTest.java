package dev.analystcopilot.triage.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprinterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login failed from 192.0.2.7 port 4711 | login failed from <ip> port <n>",
                "file 9f86d081884c7d659a2feaa0c55ad015 seen | file <hash> seen",
                "opened https://example.com/a?b=c now | opened <url> now",
                "mail from eve@example.com | mail from <mailbox>",
                "wrote /var/www/html/up.php | wrote <dir>/up.php",
                "id 123e4567-e89b-12d3-a456-426614174000 | id <id>",
                "从 192.0.2.7 登录失败 | 从 <ip> 登录失败",
            })
    void changingPartsAreTakenOut(String text, String expected) {
        assertThat(Fingerprinter.mask(text)).isEqualTo(expected);
    }

    @Test
    void windowsPathsLoseTheirFolders() {
        assertThat(Fingerprinter.mask("ran C:\\Users\\bob\\x.exe")).isEqualTo("ran <dir>\\x.exe");
    }

    @Test
    void aCommandLineGivesItsImage() {
        assertThat(Fingerprinter.imageName("\"C:\\Program Files\\A\\Tool.exe\" /q"))
                .isEqualTo("tool.exe");
    }
}
