package dev.analystcopilot.knowledge.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AitAdsFormatTest extends AlertFormatContract {
    private static final String HEADER = "time,name,ip,host,short,time_label,event_label";

    @Override
    List<String> records() {
        return List.of(
                "1700000000,Wazuh: Example login failed.,10.1.2.3,web,W-Exa-Log,-,-",
                "1700000001,\"Suricata: Alert - ET POLICY Example, outbound\",10.1.2.4,mail,S-Exa-Pol,-,-",
                "1700000002.5,AMiner: New example in log.,,db,A-Exa-New,-,-");
    }

    @Override
    String labelled(String record, String label) {
        return record.replaceAll(",[^,]*,[^,]*$", "," + label + "," + label);
    }

    @Override
    String input(List<String> records) {
        return HEADER + "\n" + String.join("\n", records) + "\n";
    }

    @Override
    String broken() {
        return "yesterday,Wazuh: Example,10.1.2.3,web,W-Exa-Log,-,-";
    }

    @Override
    Reading read(String input) {
        return Reading.of("ait-ads", input);
    }

    @Test
    void theDetectorIsTheSource() {
        assertThat(read(input(records())).alerts())
                .extracting(Alert::source)
                .containsExactly("wazuh", "suricata", "aminer");
    }

    @Test
    void theRuleIsTheNameWithoutTheDetector() {
        assertThat(read(input(records())).alerts())
                .extracting(Alert::rule)
                .containsExactly("Example login failed.", "ET POLICY Example, outbound", "New example in log.");
    }

    @Test
    void theTitleIsTheNameAsItCame() {
        assertThat(alert(0).title()).isEqualTo("Wazuh: Example login failed.");
    }

    @Test
    void timeIsSecondsWithParts() {
        assertThat(alert(2).time()).isEqualTo(Instant.ofEpochSecond(1_700_000_002, 500_000_000));
    }

    @Test
    void entitiesAreHostAndAddress() {
        assertThat(alert(0).entities()).containsExactly(new Entity.Host("web"), new Entity.Ip("10.1.2.3"));
    }

    @Test
    void onlyASignatureClassGivesASeverity() {
        assertThat(read(input(records())).alerts())
                .extracting(Alert::severity)
                .containsExactly(Severity.UNKNOWN, Severity.LOW, Severity.UNKNOWN);
    }

    @Test
    void columnsMayStandInAnyOrderAndWithoutLabels() {
        String input = "Host, short ,time,NAME,ip\nweb,W-Exa-Log,1700000000,Wazuh: Example login failed.,10.1.2.3\n";

        assertThat(Reading.of("auto", input).alerts()).hasSize(1);
    }

    @Test
    void aRowWithTooFewColumnsIsRejected() {
        assertThat(read(input(List.of("1700000000,Wazuh: Example,10.1.2.3"))).rejected())
                .extracting(AlertRecord.Rejected::reason)
                .containsExactly("it has 3 columns, the header 7");
    }

    @Test
    void aNewlineInAQuotedFieldDoesNotEndTheRow() {
        String row = "1700000000,\"Wazuh: Example\nlogin\",10.1.2.3,web,W-Exa-Log,-,-";

        assertThat(read(input(List.of(row, records().getFirst()))).alerts())
                .extracting(Alert::title)
                .containsExactly("Wazuh: Example login", "Wazuh: Example login failed.");
    }

    @Test
    void aQuoteThatNeverClosesCostsOneRow() {
        String row = "1700000000,\"Wazuh: Example,10.1.2.3,web,W-Exa-Log,-,-";

        Reading reading = read(input(List.of(
                records().getFirst(), row, records().getFirst(), records().getLast())));

        assertThat(reading.lines().size() * 10 + reading.alerts().size()).isEqualTo(43);
    }

    private Alert alert(int index) {
        return read(input(records())).alerts().get(index);
    }
}
