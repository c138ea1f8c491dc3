package dev.analystcopilot.knowledge.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WazuhFormatTest extends JsonFormatContract {
    private static final String LOGIN = """
            {"timestamp":"2025-07-04T19:08:55.586+0000",\
            "rule":{"level":5,"description":"sshd: example login failed","id":"5710",\
            "mitre":{"id":["T1110.001","T1021.004"]},"groups":["syslog","sshd","authentication_failed"]},\
            "agent":{"id":"003","name":"Web-01","ip":"10.1.2.3"},"manager":{"name":"m"},\
            "predecoder":{"hostname":"web-01"},"data":{"srcip":"203.0.113.9","srcuser":"alice","dstuser":"root"},\
            "full_log":"example log"}""";
    private static final String WINDOWS = """
            {"timestamp":"2025-07-04T21:08:55.586+0200","rule":{"level":12,"description":"Example shell","id":"92032"},\
            "agent":{"id":"004","name":"ws-7","ip":"10.1.2.7"},"data":{"win":{"eventdata":{\
            "image":"C:\\\\\\\\Windows\\\\\\\\cmd.exe",\
            "commandLine":"\\\\\\"C:\\\\\\\\Windows\\\\\\\\cmd.exe\\\\\\" /c a &amp; b",\
            "user":"EXAMPLE\\\\\\\\bob","hashes":"MD5=0123456789ABCDEF0123456789ABCDEF,IMPHASH=11111111111111111111111111111111",\
            "targetFilename":"C:\\\\\\\\Temp\\\\\\\\x.exe"},"system":{"computer":"ws-7.example.org","message":"long text"}}}}""";
    private static final String FILE_CHANGE = """
            {"timestamp":"2025-07-04T19:09:00.000+0000","rule":{"level":7,"description":"File changed","id":"550"},\
            "agent":{"id":"003","name":"web-01"},"syscheck":{"path":"/var/www/x.php","event":"added",\
            "sha256_after":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}""";

    @Override
    List<String> records() {
        return List.of(LOGIN, WINDOWS, FILE_CHANGE);
    }

    @Override
    Reading read(String input) {
        return Reading.of("wazuh", input);
    }

    @Test
    void anAlertIsReadWhole() {
        assertThat(alert(LOGIN))
                .returns("wazuh", Alert::source)
                .returns("5710", Alert::rule)
                .returns("sshd: example login failed", Alert::title)
                .returns("example log", Alert::message)
                .returns(Instant.parse("2025-07-04T19:08:55.586Z"), Alert::time)
                .returns(Severity.LOW, Alert::severity)
                .returns(Outcome.ATTEMPTED, Alert::outcome)
                .returns(List.of("T1110.001", "T1021.004"), Alert::techniques);
    }

    @Test
    void entitiesComeFromAgentAndData() {
        assertThat(keys(LOGIN))
                .containsExactly("host:web-01", "ip:10.1.2.3", "ip:203.0.113.9", "user:alice", "user:root");
    }

    @Test
    void windowsTextIsUnescaped() {
        assertThat(keys(WINDOWS)).contains("process:\"C:\\Windows\\cmd.exe\" /c a & b", "file:C:\\Temp\\x.exe");
    }

    @Test
    void windowsAccountsLoseTheirDomain() {
        assertThat(keys(WINDOWS)).contains("user:bob");
    }

    @Test
    void aHostIsNamedOnce() {
        assertThat(keys(WINDOWS)).filteredOn(key -> key.startsWith("host:")).containsExactly("host:ws-7");
    }

    @Test
    void importHashesAreLeftOut() {
        assertThat(keys(WINDOWS))
                .filteredOn(key -> key.startsWith("hash:"))
                .containsExactly("hash:0123456789abcdef0123456789abcdef");
    }

    @Test
    void aChangedFileIsWhatHappened() {
        assertThat(alert(FILE_CHANGE).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @ParameterizedTest
    @CsvSource({
        "0,INFORMATIONAL",
        "3,INFORMATIONAL",
        "4,LOW",
        "7,MEDIUM",
        "11,MEDIUM",
        "12,HIGH",
        "14,HIGH",
        "15,CRITICAL"
    })
    void levelsBecomeSeverities(int level, Severity severity) {
        assertThat(alert(LOGIN.replace("\"level\":5", "\"level\":" + level)).severity())
                .isEqualTo(severity);
    }

    @Test
    void theNativeIdIsKept() {
        assertThat(alert("{\"id\":\"1751656136.54907914\"," + LOGIN.substring(1))
                        .id())
                .isEqualTo("1751656136.54907914");
    }

    @Test
    void anIndexHitKeepsTheIndexId() {
        assertThat(alert("{\"_index\":\"i\",\"_id\":\"abc\",\"_source\":" + LOGIN + "}")
                        .id())
                .isEqualTo("abc");
    }

    @Test
    void aHitOneObjectDeeperIsFound() {
        String record = "{\"id\":\"outer\",\"alert\":{\"_id\":\"abc\",\"_source\":" + LOGIN + "}}";

        assertThat(Reading.of("auto", record).ids()).containsExactly("abc");
    }

    @Test
    void aRefusedRequestWasAnAttempt() {
        String refused =
                LOGIN.replace("authentication_failed", "accesslog").replace("\"srcip\"", "\"id\":\"404\",\"srcip\"");

        assertThat(alert(refused).outcome()).isEqualTo(Outcome.ATTEMPTED);
    }

    @Test
    void anAnswerThatIsNoRefusalSettlesNothing() {
        String failed =
                LOGIN.replace("authentication_failed", "accesslog").replace("\"srcip\"", "\"id\":\"500\",\"srcip\"");

        assertThat(alert(failed))
                .returns(Outcome.UNKNOWN, Alert::outcome)
                .extracting(Alert::details)
                .returns("500", details -> details.get("http.status"));
    }

    @Test
    void aFailedAuditWasAnAttempt() {
        assertThat(alert(WINDOWS.replace("\"system\":{", "\"system\":{\"severityValue\":\"AUDIT_FAILURE\","))
                        .outcome())
                .isEqualTo(Outcome.ATTEMPTED);
    }

    @Test
    void sysmonsProcessTreeIsTheLineage() {
        String record = WINDOWS.replace(
                "\"eventdata\":{",
                "\"eventdata\":{\"parentProcessGuid\":\"{AAAAAAAA-0000-0000-0000-000000000002}\","
                        + "\"processGuid\":\"{AAAAAAAA-0000-0000-0000-000000000001}\",");

        assertThat(alert(record).lineage())
                .containsExactly("aaaaaaaa-0000-0000-0000-000000000001", "aaaaaaaa-0000-0000-0000-000000000002");
    }

    @Test
    void detailsOfWindowsAreUnescaped() {
        assertThat(alert(WINDOWS).details())
                .containsEntry("rule.level", "12")
                .containsEntry("process.command_line", "\"C:\\Windows\\cmd.exe\" /c a & b")
                .containsEntry("process.image", "C:\\Windows\\cmd.exe")
                .containsEntry("process.user", "EXAMPLE\\bob")
                .containsEntry("file.path", "C:\\Temp\\x.exe");
    }

    @Test
    void detailsOfLinuxAreWhoDidWhat() {
        String sudo = LOGIN.replace("\"srcip\"", "\"command\":\"/usr/bin/id\",\"srcip\"");

        assertThat(alert(sudo).details())
                .containsEntry("process.command_line", "/usr/bin/id")
                .containsEntry("user.source", "alice")
                .containsEntry("user.target", "root")
                .containsEntry("src.ip", "203.0.113.9")
                .containsEntry("rule.groups", "syslog, sshd, authentication_failed");
        assertThat(alert(FILE_CHANGE).details())
                .containsEntry("file.path", "/var/www/x.php")
                .containsEntry("file.event", "added");
    }

    @Test
    void aServicesNewStateIsTold() {
        String stopped = WINDOWS.replace("\"system\":{", "\"system\":{\"eventID\":\"7036\",")
                .replace("\"eventdata\":{", "\"eventdata\":{\"param1\":\"Guard\",\"param2\":\"stopped\",");

        assertThat(alert(stopped).details())
                .containsEntry("service.name", "Guard")
                .containsEntry("service.state", "stopped");
    }

    private Alert alert(String record) {
        return read(record).alerts().getFirst();
    }

    private List<String> keys(String record) {
        return alert(record).entities().stream().map(entity -> entity.key()).toList();
    }
}
