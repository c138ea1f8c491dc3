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

class EcsFormatTest extends JsonFormatContract {
    private static final String DOTTED = """
            {"@timestamp":"2025-03-01T10:05:00.000Z","kibana.alert.original_time":"2025-03-01T10:00:00.000Z",\
            "kibana.alert.rule.name":"Odd child of an office program","kibana.alert.rule.rule_id":"r-1",\
            "kibana.alert.severity":"high","kibana.alert.risk_score":73,"kibana.alert.reason":"process event with …",\
            "kibana.alert.workflow_status":"acknowledged","kibana.alert.rule.threat":[{"framework":"MITRE ATT&CK",\
            "tactic":{"id":"TA0002","name":"Execution"},"technique":[{"id":"T1059","subtechnique":[{"id":"T1059.001"}]}]}],\
            "host":{"hostname":"WS-7","name":"ws-7.example.org","ip":["10.1.2.7","fe80::1"],"os":{"type":"windows"}},\
            "user":{"name":"erin","email":"erin@example.org"},"process":{"entity_id":"{0A1B2C3D-1111-2222-3333-444455556666}",\
            "command_line":"powershell -File a.ps1","executable":"C:\\\\Windows\\\\ps.exe","pid":4711,\
            "hash":{"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},\
            "parent":{"entity_id":"QWJjRGVm","executable":"C:\\\\Office\\\\word.exe"},"Ext":{"ancestry":["QWJjRGVm","R3JhbmQ="]}},\
            "event":{"kind":"signal","category":["process"],"type":["start"],"outcome":"unknown"}}""";
    private static final String SIGNAL = """
            {"@timestamp":"2025-03-01T11:00:00Z","signal":{"rule":{"name":"Brute force","id":"s-1","risk_score":47,\
            "threat":[{"technique":[{"id":"T1110"}]}]},"status":"closed"},"source":{"ip":"203.0.113.9"},\
            "event":{"category":"authentication","outcome":"failure"}}""";
    private static final String PLAIN = """
            {"@timestamp":"2025-03-01T12:00:00Z","ecs":{"version":"8.11"},"event.kind":"alert","event.module":"proxy",\
            "rule":{"name":"Odd download","id":"p-1"},"threat.technique.id":["T1105"],"url.full":"https://dl.example.net/x",\
            "url.domain":"dl.example.net","destination":{"ip":"198.51.100.7","port":443},"http":{"response":{"status_code":200}}}""";

    @Override
    List<String> records() {
        return List.of(DOTTED, SIGNAL, PLAIN);
    }

    @Override
    Reading read(String input) {
        return Reading.of("ecs", input);
    }

    @Test
    void anAlertIsReadWhole() {
        assertThat(alert(DOTTED))
                .returns("elastic security", Alert::source)
                .returns("r-1", Alert::rule)
                .returns("Odd child of an office program", Alert::title)
                .returns("process event with …", Alert::message)
                .returns(Instant.parse("2025-03-01T10:00:00Z"), Alert::time)
                .returns(Severity.HIGH, Alert::severity)
                .returns(AlertStatus.IN_PROGRESS, Alert::status)
                .returns(Outcome.UNKNOWN, Alert::outcome)
                .returns(List.of("T1059", "T1059.001"), Alert::techniques);
    }

    @Test
    void theProcessTreeIsTheLineage() {
        assertThat(alert(DOTTED).lineage())
                .containsExactly("0a1b2c3d-1111-2222-3333-444455556666", "qwjjrgvm", "r3jhbmq=");
    }

    @Test
    void entitiesAreFoundWhereverTheyLie() {
        assertThat(keys(DOTTED))
                .containsExactly(
                        "host:ws-7",
                        "ip:10.1.2.7",
                        "user:erin",
                        "mailbox:erin@example.org",
                        "process:powershell -File a.ps1",
                        "process:C:\\Office\\word.exe",
                        "hash:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(keys(PLAIN))
                .containsExactly("ip:198.51.100.7", "domain:dl.example.net", "url:https://dl.example.net/x");
    }

    @Test
    void nestedAndDottedNamesAreTheSame() {
        String nested = PLAIN.replace(
                        "\"event.kind\":\"alert\",\"event.module\":\"proxy\"",
                        "\"event\":{\"kind\":\"alert\",\"module\":\"proxy\"}")
                .replace("\"threat.technique.id\":[\"T1105\"]", "\"threat\":{\"technique\":{\"id\":\"T1105\"}}");

        assertThat(alert(nested))
                .returns(alert(PLAIN).entities(), Alert::entities)
                .returns(alert(PLAIN).techniques(), Alert::techniques)
                .returns("proxy", Alert::source);
    }

    @Test
    void aHitsFieldsAreLists() {
        String hit = """
                {"_index":"x","_id":"hit-1","fields":{"@timestamp":["2025-03-01T10:00:00Z"],"kibana.alert.rule.name":["R"],\
                "kibana.alert.severity":["critical"],"host.name":["ws-7"],"process.entity_id":["abc"]}}""";

        assertThat(Reading.of("auto", hit).alerts().getFirst())
                .returns("hit-1", Alert::id)
                .returns(Severity.CRITICAL, Alert::severity)
                .returns(List.of("abc"), Alert::lineage);
    }

    @Test
    void beforeVersionEightAlertsWereSignals() {
        assertThat(alert(SIGNAL))
                .returns("Brute force", Alert::title)
                .returns(Severity.MEDIUM, Alert::severity)
                .returns(AlertStatus.RESOLVED, Alert::status)
                .returns(Outcome.ATTEMPTED, Alert::outcome)
                .returns(List.of("T1110"), Alert::techniques);
    }

    @ParameterizedTest
    @CsvSource({
        "signal,authentication,success,SUCCEEDED",
        "event,process,success,SUCCEEDED",
        "alert,process,success,UNKNOWN",
        "event,web,success,UNKNOWN",
        "event,network,success,UNKNOWN",
        "event,authentication,failure,ATTEMPTED"
    })
    void successCountsWhereItIsTheAttackers(String kind, String category, String told, Outcome outcome) {
        String record = DOTTED.replace("\"kind\":\"signal\"", "\"kind\":\"" + kind + '"')
                .replace("[\"process\"]", "[\"" + category + "\"]")
                .replace("\"outcome\":\"unknown\"", "\"outcome\":\"" + told + '"');

        assertThat(alert(record).outcome()).isEqualTo(outcome);
    }

    @Test
    void whatWasDeniedWasAnAttempt() {
        assertThat(alert(DOTTED.replace("[\"start\"]", "[\"start\",\"denied\"]"))
                        .outcome())
                .isEqualTo(Outcome.ATTEMPTED);
    }

    @Test
    void anElasticDocumentWithRuleAndAgentIsNotTakenForAnotherProducts() {
        String record =
                PLAIN.replace("\"rule\":{", "\"agent\":{\"type\":\"filebeat\"},\"rule\":{\"description\":\"d\",");

        assertThat(Reading.of("auto", record).alerts().getFirst().source()).isEqualTo("proxy");
    }

    @Test
    void fieldsOfOtherTypesCostNothingElse() {
        String odd = """
                {"@timestamp":"2025-03-01T12:00:00Z","event":{"kind":"alert","outcome":[{}]},"message":"m","host":"x",\
                "process":[{"name":"a"},{"name":7}],"threat":"T1059","kibana.alert.risk_score":"high"}""";

        assertThat(alert(odd).title()).isEqualTo("m");
    }

    private Alert alert(String record) {
        return read(record).alerts().getFirst();
    }

    private List<String> keys(String record) {
        return alert(record).entities().stream().map(entity -> entity.key()).toList();
    }
}
