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

class SkyeyeFormatTest extends JsonFormatContract {
    private static final String WEB = """
            {"access_time":1740823200123,"sip":"203.0.113.9","sport":40112,"dip":"10.0.0.5","dport":8080,"proto":"http",\
            "rule_name":"示例框架远程代码执行","rule_id":"0x10020abc","attack_type":"代码执行","attack_type_all":"攻击利用",\
            "hazard_level":8,"kill_chain":"0x02010000","kill_chain_all":"入侵:0x02000000|漏洞利用:0x02010000",\
            "att_ck_all":"初始入侵:TA0001|利用面向公众的应用程序:T1190","attack_result":"企图","attacker":"203.0.113.9",\
            "victim":"10.0.0.5","host":"shop.example.org:8080","uri":"/login?x=1","method":"POST","rsp_status":"200",\
            "req_header":"POST /login?x=1 HTTP/1.1\\r\\nHost: shop.example.org:8080\\r\\n","agent":"probe",\
            "detail_info":"请求中含有示例特征"}""";
    private static final String HEADER_ONLY = """
            {"time":"2025-03-01 18:00:00","sip":"203.0.113.10","dip":"10.0.0.5","attack_type":"目录遍历","severity":"中危",\
            "rsp_status":404,"req_header":"GET /a/../b HTTP/1.1\\\\r\\\\nHost: www.example.org\\\\r\\\\n"}""";
    private static final String FILE = """
            {"alarm_time":1740823201,"sip":"10.0.0.8","dip":"10.0.0.9","threat_name":"示例木马","hazard_level":"高危",\
            "host_state":"失陷","file_name":"a.exe","file_md5":"0123456789abcdef0123456789abcdef"}""";

    @Override
    List<String> records() {
        return List.of(WEB, HEADER_ONLY, FILE);
    }

    @Override
    Reading read(String input) {
        return Reading.of("skyeye", input);
    }

    @Test
    void anAlarmIsReadWhole() {
        assertThat(alert(WEB))
                .returns("skyeye", Alert::source)
                .returns("0x10020abc", Alert::rule)
                .returns("示例框架远程代码执行", Alert::title)
                .returns("请求中含有示例特征", Alert::message)
                .returns(Instant.parse("2025-03-01T10:00:00.123Z"), Alert::time)
                .returns(Severity.CRITICAL, Alert::severity)
                .returns(Outcome.ATTEMPTED, Alert::outcome)
                .returns(List.of("T1190"), Alert::techniques);
    }

    @Test
    void entitiesAreTheTwoSidesAndTheServer() {
        assertThat(keys(WEB))
                .containsExactly(
                        "ip:203.0.113.9",
                        "ip:10.0.0.5",
                        "domain:shop.example.org",
                        "url:http://shop.example.org:8080/login?x=1");
    }

    @Test
    void whatFieldsLeaveOutStandsInTheHeader() {
        assertThat(alert(HEADER_ONLY).details())
                .containsEntry("http.method", "GET")
                .containsEntry("http.host", "www.example.org")
                .containsEntry("http.url", "/a/../b")
                .containsEntry("http.status", "404");
    }

    @Test
    void aTimeWithoutZoneIsChinas() {
        assertThat(alert(HEADER_ONLY).time()).isEqualTo(Instant.parse("2025-03-01T10:00:00Z"));
    }

    @Test
    void filesAndTheirHashesAreEntities() {
        assertThat(keys(FILE)).contains("file:a.exe", "hash:0123456789abcdef0123456789abcdef");
    }

    @ParameterizedTest
    @CsvSource({
        "企图,200,ATTEMPTED",
        "攻击失败,200,ATTEMPTED",
        "未成功,200,ATTEMPTED",
        "已阻断,200,ATTEMPTED",
        "攻击成功,404,SUCCEEDED",
        "成功,500,SUCCEEDED",
        "失陷,200,SUCCEEDED",
        "未知,200,UNKNOWN",
        "未知,403,ATTEMPTED",
        "2,200,UNKNOWN"
    })
    void theSensorsVerdictComesBeforeTheServersAnswer(String result, String status, Outcome outcome) {
        String record = WEB.replace("企图", result).replace("\"rsp_status\":\"200\"", "\"rsp_status\":\"" + status + '"');

        assertThat(alert(record).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "10,CRITICAL",
        "8,CRITICAL",
        "7,HIGH",
        "6,HIGH",
        "4,MEDIUM",
        "3,LOW",
        "1,LOW",
        "0,UNKNOWN",
        "99,UNKNOWN",
        "\"危急\",CRITICAL",
        "\"高危\",HIGH",
        "\"低\",LOW"
    })
    void levelsAreNumbersOrWords(String level, Severity severity) {
        assertThat(alert(WEB.replace("\"hazard_level\":8", "\"hazard_level\":" + level))
                        .severity())
                .isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<134>Mar  1 18:00:00 sensor-1 skyeye: ",
                "webids_alert|!",
                "2025-03-01T18:00:00+08:00 sensor-1 webids_alert|!",
                "skyeye_alarm: "
            })
    void aSensorsHeaderIsPassedOver(String header) {
        assertThat(Reading.of("auto", header + WEB + "\n" + header + FILE + "\n")
                        .alerts())
                .hasSize(2);
    }

    @Test
    void fieldsOfOtherTypesCostNothingElse() {
        String odd = """
                {"sip":["10.0.0.1"],"dip":{"a":1},"rule_name":"R","access_time":1740823200,"uri":7,"host":false,\
                "req_header":[1],"attack_result":{},"hazard_level":1e9,"xff":"10.0.0.4, nonsense"}""";

        assertThat(keys(odd)).contains("ip:10.0.0.4");
    }

    private Alert alert(String record) {
        return read(record).alerts().getFirst();
    }

    private List<String> keys(String record) {
        return alert(record).entities().stream().map(entity -> entity.key()).toList();
    }
}
