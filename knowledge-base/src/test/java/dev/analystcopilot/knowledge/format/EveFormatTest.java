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

class EveFormatTest extends JsonFormatContract {
    private static final String WEB = """
            {"timestamp":"2025-03-01T10:00:00.123456+0200","flow_id":77,"event_type":"alert","src_ip":"203.0.113.9",\
            "src_port":40112,"dest_ip":"10.0.0.5","dest_port":80,"proto":"TCP","app_proto":"http","direction":"to_server",\
            "alert":{"action":"allowed","gid":1,"signature_id":9000001,"rev":2,"signature":"EXAMPLE path traversal",\
            "category":"Web Application Attack","severity":1,"metadata":{"mitre_technique_id":["T1190"],\
            "mitre_tactic_name":["Initial_Access"]}},"http":{"hostname":"shop.example.org","url":"/a?f=../../b",\
            "http_user_agent":"probe","http_method":"GET","status":404}}""";
    private static final String DNS = """
            {"timestamp":"2025-03-01T10:00:01.000000Z","flow_id":78,"event_type":"alert","src_ip":"10.0.0.7","dest_ip":"10.0.0.2",\
            "alert":{"action":"blocked","signature_id":9000002,"signature":"EXAMPLE odd name","severity":3,\
            "metadata":{"signature_severity":["Critical"]}},"dns":{"query":[{"type":"query","rrname":"x1.example.net"}]},\
            "host":"sensor-1"}""";
    private static final String MAIL = """
            {"timestamp":"2025-03-01T10:00:02+00:00","event_type":"alert","src_ip":"2001:db8::7","dest_ip":"10.0.0.9",\
            "alert":{"signature_id":9000003,"signature":"EXAMPLE attachment","severity":2},\
            "email":{"from":"Boss <boss@example.net>","to":["ana@example.org"]},\
            "files":[{"filename":"bill.docm","md5":"0123456789abcdef0123456789abcdef"}],"tls":{"sni":"mail.example.org"}}""";

    @Override
    List<String> records() {
        return List.of(WEB, DNS, MAIL);
    }

    @Override
    Reading read(String input) {
        return Reading.of("eve", input);
    }

    @Test
    void anAlertIsReadWhole() {
        assertThat(alert(WEB))
                .returns("suricata", Alert::source)
                .returns("9000001", Alert::rule)
                .returns("EXAMPLE path traversal", Alert::title)
                .returns("Web Application Attack", Alert::message)
                .returns(Instant.parse("2025-03-01T08:00:00.123456Z"), Alert::time)
                .returns(Severity.HIGH, Alert::severity)
                .returns(Outcome.ATTEMPTED, Alert::outcome)
                .returns(List.of("T1190"), Alert::techniques);
    }

    @Test
    void entitiesComeFromTheProtocols() {
        assertThat(keys(WEB))
                .containsExactly(
                        "ip:203.0.113.9",
                        "ip:10.0.0.5",
                        "domain:shop.example.org",
                        "url:http://shop.example.org/a?f=../../b");
        assertThat(keys(DNS)).containsExactly("ip:10.0.0.7", "ip:10.0.0.2", "domain:x1.example.net");
        assertThat(keys(MAIL))
                .containsExactly(
                        "ip:2001:db8::7",
                        "ip:10.0.0.9",
                        "domain:mail.example.org",
                        "file:bill.docm",
                        "hash:0123456789abcdef0123456789abcdef",
                        "mailbox:boss@example.net",
                        "mailbox:ana@example.org");
    }

    @Test
    void detailsTellTheRequest() {
        assertThat(alert(WEB).details())
                .containsEntry("http.status", "404")
                .containsEntry("http.url", "/a?f=../../b")
                .containsEntry("dst.port", "80")
                .containsEntry("kill_chain", "Initial_Access");
    }

    @Test
    void theSensorIsNoHostOfTheAlert() {
        assertThat(keys(DNS)).noneMatch(key -> key.startsWith("host:"));
    }

    @ParameterizedTest
    @CsvSource({"200,allowed,UNKNOWN", "404,allowed,ATTEMPTED", "500,allowed,UNKNOWN", "200,blocked,ATTEMPTED"})
    void onlyARefusalSettlesTheOutcome(String status, String action, Outcome outcome) {
        String record = WEB.replace("404", status).replace("\"allowed\"", '"' + action + '"');

        assertThat(alert(record).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"1,HIGH", "2,MEDIUM", "3,LOW", "4,INFORMATIONAL", "255,UNKNOWN"})
    void prioritiesBecomeSeverities(String priority, Severity severity) {
        assertThat(alert(WEB.replace("\"severity\":1", "\"severity\":" + priority))
                        .severity())
                .isEqualTo(severity);
    }

    @Test
    void aRulesOwnWordIsFiner() {
        assertThat(alert(DNS).severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void dnsOfOtherVersionsIsRead() {
        String old = DNS.replace(
                "{\"query\":[{\"type\":\"query\",\"rrname\":\"x1.example.net\"}]}", "{\"rrname\":\"y.example.net\"}");
        String later = DNS.replace("\"query\":[", "\"queries\":[");

        assertThat(keys(old)).contains("domain:y.example.net");
        assertThat(keys(later)).contains("domain:x1.example.net");
    }

    @Test
    void anotherEventIsRejectedWithTheRemedy() {
        String flow =
                "{\"timestamp\":\"2025-03-01T10:00:00+0000\",\"flow_id\":1,\"event_type\":\"flow\",\"src_ip\":\"10.0.0.1\"}";

        Reading reading = Reading.of("auto", flow + "\n" + WEB + "\n");

        assertThat(reading.alerts()).hasSize(1);
        assertThat(reading.rejected().getFirst().reason())
                .contains("type 'flow'")
                .contains("keep the lines");
    }

    @Test
    void aSyslogHeaderIsPassedOver() {
        String line = "<173>Mar  1 10:00:00 sensor-1 suricata[881]: " + WEB;

        assertThat(Reading.of("auto", line).alerts().getFirst().raw()).isEqualTo(WEB);
    }

    @Test
    void fieldsOfOtherTypesCostNothingElse() {
        String odd = """
                {"timestamp":"2025-03-01T10:00:00Z","event_type":"alert","src_ip":7,"dest_ip":null,"alert":{"signature":"S",\
                "severity":"high","metadata":[]},"http":"x","dns":{"query":"y"},"files":{"filename":[1]},"email":[]}""";

        assertThat(alert(odd).entities()).isEmpty();
    }

    private Alert alert(String record) {
        return read(record).alerts().getFirst();
    }

    private List<String> keys(String record) {
        return alert(record).entities().stream().map(entity -> entity.key()).toList();
    }
}
