package dev.analystcopilot.knowledge.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcsfFormatTest extends JsonFormatContract {
    private static final String SHELL = """
            {"class_uid":2004,"category_uid":2,"time":1751656135586,"severity_id":4,"status_id":2,"message":"A long text",\
            "metadata":{"product":{"name":"Example EDR"}},\
            "finding_info":{"title":"Shell started by web server","analytic":{"uid":"R-17","name":"web-shell"},\
            "attacks":[{"technique":{"uid":"T1505"},"sub_technique":{"uid":"T1505.003"}}]},\
            "attacks":[{"technique":{"uid":"T1059"}}],\
            "device":{"hostname":"web-01","ip":"10.1.2.3"},"actor":{"user":{"name":"www-data"}},\
            "evidences":[{"process":{"cmd_line":"sh -c id","file":{"path":"/bin/sh"},\
            "parent_process":{"cmd_line":"httpd"}},\
            "src_endpoint":{"ip":"203.0.113.9","hostname":"bad.example.net"},\
            "dst_endpoint":{"ip":"10.1.2.3","hostname":"web-01"},\
            "file":{"path":"/var/www/x.php","hashes":[{"value":"0123456789abcdef0123456789abcdef"}]},\
            "url":{"url_string":"http://web-01/x.php","hostname":"web-01.example.org"}}],\
            "observables":[{"type_id":2,"value":"198.51.100.7"},{"type_id":7,"value":"x.php"}]}""";
    private static final String MAIL = """
            {"class_uid":2004,"time":1751656136000,"severity":"Low","finding_info":{"title":"Example phishing"},\
            "disposition_id":2,"evidences":[{"email":{"from":"a@example.net","to":["b@example.org"],\
            "urls":[{"url_string":"http://x.example.net/"}]}}]}""";
    private static final String LOGIN = """
            {"class_uid":3002,"time":"2025-07-04T19:08:55.586Z","severity_id":1,"message":"Login","status_id":1,\
            "metadata":{"product":{"vendor_name":"Example"}},"user":{"name":"bob","email_addr":"bob@example.org"}}""";

    @Override
    List<String> records() {
        return List.of(SHELL, MAIL, LOGIN);
    }

    @Override
    Reading read(String input) {
        return Reading.of("ocsf", input);
    }

    @Test
    void aFindingIsReadWhole() {
        assertThat(alert(SHELL))
                .returns("example edr", Alert::source)
                .returns("R-17", Alert::rule)
                .returns("Shell started by web server", Alert::title)
                .returns("A long text", Alert::message)
                .returns(Instant.parse("2025-07-04T19:08:55.586Z"), Alert::time)
                .returns(Severity.HIGH, Alert::severity)
                .returns(AlertStatus.IN_PROGRESS, Alert::status)
                .returns(List.of("T1059", "T1505.003"), Alert::techniques);
    }

    @Test
    void entitiesComeFromTheEventItsEvidencesAndObservables() {
        assertThat(keys(SHELL))
                .containsExactly(
                        "host:web-01",
                        "ip:10.1.2.3",
                        "user:www-data",
                        "domain:bad.example.net",
                        "ip:203.0.113.9",
                        "process:sh -c id",
                        "process:httpd",
                        "file:/var/www/x.php",
                        "hash:0123456789abcdef0123456789abcdef",
                        "url:http://web-01/x.php",
                        "domain:web-01.example.org",
                        "ip:198.51.100.7");
    }

    @Test
    void mailNamesMailboxes() {
        assertThat(keys(MAIL)).contains("mailbox:a@example.net", "mailbox:b@example.org");
    }

    @Test
    void theFindingsOwnIdIsKept() {
        assertThat(alert(SHELL.replace("\"title\"", "\"uid\":\"f-1\",\"title\""))
                        .id())
                .isEqualTo("f-1");
    }

    @Test
    void statusOfAnActivityIsItsOutcome() {
        assertThat(alert(LOGIN)).returns(Outcome.SUCCEEDED, Alert::outcome).returns(AlertStatus.NEW, Alert::status);
    }

    @ParameterizedTest
    @CsvSource({"1,UNKNOWN", "2,ATTEMPTED", "3,ATTEMPTED", "6,ATTEMPTED", "13,SUCCEEDED", "17,UNKNOWN"})
    void dispositionsBecomeOutcomes(int disposition, Outcome outcome) {
        assertThat(alert(MAIL.replace("\"disposition_id\":2", "\"disposition_id\":" + disposition))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void aProgramThatWasAllowedRan() {
        assertThat(alert(SHELL.replace("\"class_uid\"", "\"disposition_id\":1,\"class_uid\""))
                        .outcome())
                .isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aFindingWithoutTimeIsRejected() {
        assertThat(read(MAIL.replace("\"time\"", "\"times\"")).rejected())
                .extracting(AlertRecord.Rejected::reason)
                .containsExactly("it has no time");
    }

    @Test
    void theFormatIsDetected() {
        assertThat(Reading.of("auto", SHELL).alerts()).hasSize(1);
    }

    @Test
    void theProcessTreeIsTheLineage() {
        String record = SHELL.replace(
                        "\"process\":{", "\"process\":{\"uid\":\"{0A1B2C3D-1111-2222-3333-444455556666}\",")
                .replace("\"parent_process\":{", "\"parent_process\":{\"uid\":\"P-2\",");

        assertThat(alert(record).lineage()).containsExactly("0a1b2c3d-1111-2222-3333-444455556666", "p-2");
    }

    @Test
    void aProcessWithoutUniqueIdIsToldByItsStart() {
        String record = SHELL.replace(
                "\"evidences\":[{\"process\":{",
                "\"evidences\":[{\"device\":{\"hostname\":\"WEB-01\"},\"process\":{\"pid\":77,\"created_time\":1751656135000,");

        assertThat(alert(record).lineage()).containsExactly("web-01|77|1751656135");
    }

    @Test
    void detailsComeFromTheEventAndItsEvidences() {
        String record = SHELL.replace(
                "\"src_endpoint\":{", "\"http_response\":{\"code\":404},\"src_endpoint\":{\"port\":40112,");

        assertThat(alert(record))
                .returns(Outcome.ATTEMPTED, Alert::outcome)
                .extracting(Alert::details)
                .returns("404", details -> details.get("http.status"))
                .returns("40112", details -> details.get("src.port"))
                .returns("sh -c id", details -> details.get("process.command_line"))
                .returns("httpd", details -> details.get("process.parent"));
    }

    private Alert alert(String record) {
        return read(record).alerts().getFirst();
    }

    private List<String> keys(String record) {
        return alert(record).entities().stream().map(entity -> entity.key()).toList();
    }
}
