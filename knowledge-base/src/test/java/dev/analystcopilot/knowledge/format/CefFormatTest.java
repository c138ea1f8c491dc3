package dev.analystcopilot.knowledge.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CefFormatTest extends AlertFormatContract {
    private static final String WEB =
            "CEF:0|Example|Web \\| Wall|7.1|wall-101|Path traversal \\\\ probe|8|rt=1740823200123 src=203.0.113.9 spt=40112 "
                    + "dst=10.0.0.5 dpt=443 act=blocked request=https://shop.example.org/a?b=c&d=../.. requestMethod=GET "
                    + "msg=two words\\=one\\nsecond line cs1Label=MITRE Technique cs1=T1190 cs2=x";
    private static final String LOGIN =
            "<134>1 2025-03-01T10:00:00Z gate CEF: 1|Example|Gate||login-9|Login|Very-High|suser=EXAMPLE\\bob duser=ana@example.org "
                    + "shost=ws-7.example.org src=10.1.2.7 outcome=success externalId=4624";
    private static final String FILE =
            "CEF:0|Example|Edr|2|mal-1|Malware found|Medium|end=Mar 01 2025 10:00:01 dvchost=ws-8 "
                    + "filePath=C:\\Users\\a b\\new.exe fileHash=0123456789abcdef0123456789abcdef outcome=failure";

    @Override
    List<String> records() {
        return List.of(WEB, LOGIN, FILE);
    }

    @Override
    String labelled(String record, String label) {
        return record + " label=" + label + " time_label=" + label + " event_label=" + label;
    }

    @Override
    String input(List<String> records) {
        return String.join("\n", records) + "\n";
    }

    @Override
    String broken() {
        return "CEF:0|Example|too short";
    }

    @Override
    Reading read(String input) {
        return Reading.of("cef", input);
    }

    @Test
    void aLineIsReadWhole() {
        assertThat(alert(WEB))
                .returns("example web | wall", Alert::source)
                .returns("wall-101", Alert::rule)
                .returns("Path traversal \\ probe", Alert::title)
                .returns("two words=one\nsecond line", Alert::message)
                .returns(Instant.parse("2025-03-01T10:00:00.123Z"), Alert::time)
                .returns(Severity.HIGH, Alert::severity)
                .returns(Outcome.ATTEMPTED, Alert::outcome)
                .returns(List.of("T1190"), Alert::techniques);
    }

    @Test
    void anEqualsSignInAValueBeginsNoKey() {
        assertThat(alert(WEB).details()).containsEntry("http.url", "https://shop.example.org/a?b=c&d=../..");
    }

    @Test
    void entitiesComeFromTheDictionary() {
        assertThat(keys(WEB))
                .containsExactly(
                        "ip:203.0.113.9",
                        "ip:10.0.0.5",
                        "url:https://shop.example.org/a?b=c&d=../..",
                        "domain:shop.example.org");
        assertThat(keys(LOGIN))
                .containsExactly("ip:10.1.2.7", "host:ws-7.example.org", "user:bob", "mailbox:ana@example.org");
    }

    @Test
    void aPathWithoutEscapesIsKept() {
        assertThat(keys(FILE)).contains("host:ws-8", "hash:0123456789abcdef0123456789abcdef");
        assertThat(alert(FILE).details().get("file.path")).startsWith("C:\\Users\\a b");
    }

    @Test
    void aTimeInWordsIsRead() {
        assertThat(alert(FILE).time()).isEqualTo(Instant.parse("2025-03-01T10:00:01Z"));
    }

    @Test
    void theSyslogHeadersTimeCountsWhereTheEventHasNone() {
        assertThat(alert(LOGIN).time()).isEqualTo(Instant.parse("2025-03-01T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "0,INFORMATIONAL",
        "3,LOW",
        "4,MEDIUM",
        "6,MEDIUM",
        "7,HIGH",
        "9,CRITICAL",
        "10,CRITICAL",
        "11,UNKNOWN",
        "Low,LOW",
        "Very-High,CRITICAL",
        "Unknown,UNKNOWN",
        "-1,UNKNOWN"
    })
    void severitiesAreNumbersOrWords(String level, Severity severity) {
        assertThat(alert(WEB.replace("probe|8|", "probe|" + level + "|")).severity())
                .isEqualTo(severity);
    }

    @Test
    void aRequestThatSucceededProvesNoAttack() {
        assertThat(alert(WEB.replace("act=blocked", "act=allowed outcome=success"))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(alert(LOGIN).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(alert(FILE).outcome()).isEqualTo(Outcome.ATTEMPTED);
    }

    @Test
    void linesAreToldFromOthers() {
        assertThat(Reading.of("auto", "Mar  1 10:00:00 gate nothing\n" + WEB + "\n")
                        .alerts())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Mar  1 10:00:00 gate CEF:0|a|b|c|d|e|5|src=10.0.0.1", "CEF:0|a|b|c|d|e|5|rt=Mar 01 10:00:00"})
    void aTimeWithoutYearIsRejectedWithTheRemedy(String line) {
        assertThat(read(line).rejected())
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.reason()).contains("has no year", "'rt'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CEF:",
                "CEF:0|||||||",
                "CEF:0|a|b|c|d|e|5",
                "CEF:0|a|b|c|d|e|5|=",
                "CEF:0|a|b|c|d|e|5|rt=1740823200 =x ==y z= \\",
                "CEF:0|a\\|b|c|d|e|5|rt=1740823200",
                "no cef at all"
            })
    void anOddLineIsReadOrRejected(String line) {
        Reading reading = read(line + "\n" + WEB + "\n");

        assertThat(reading.records()).hasSize(2);
        assertThat(reading.alerts()).isNotEmpty();
    }

    @Property(tries = 300)
    void whatWasEscapedComesBack(
            @ForAll
                    @StringLength(min = 1, max = 30)
                    @Chars({'|', '\\', '=', ' ', 'n', 'a', '汉'})
                    @CharRange(from = 'a', to = 'e')
                    String text) {
        String name = "n" + text.strip() + "n";
        String line = "CEF:0|v|p|1|s|%s|5|rt=1740823200000 msg=%s act=x"
                .formatted(
                        name.replace("\\", "\\\\").replace("|", "\\|"),
                        name.replace("\\", "\\\\").replace("=", "\\=").replace("\n", "\\n"));

        Alert alert = alert(line);

        assertThat(alert.message()).isEqualTo(name);
        assertThat(alert.title()).isEqualTo(name.replaceAll(" +", " "));
    }

    private Alert alert(String record) {
        return read(record).alerts().getFirst();
    }

    private List<String> keys(String record) {
        return alert(record).entities().stream().map(entity -> entity.key()).toList();
    }
}
