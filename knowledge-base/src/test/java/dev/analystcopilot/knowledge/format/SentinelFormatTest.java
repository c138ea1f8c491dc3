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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SentinelFormatTest extends JsonFormatContract {
    private static final String TREE = """
            [{"$id":"2","ProcessId":"4711","CommandLine":"cmd.exe /c whoami","CreationTimeUtc":"2025-03-01T10:00:05.1234567Z",\
            "ImageFile":{"$id":"3","Directory":"C:\\\\WINDOWS\\\\System32","Name":"cmd.exe","FileHashes":[{"$id":"4",\
            "Algorithm":"MD5","Value":"0123456789ABCDEF0123456789ABCDEF","Type":"filehash"}],"Type":"file"},\
            "ParentProcess":{"$id":"5","ProcessId":"0x64","CreationTimeUtc":"2025-03-01T09:59:00Z","ImageFile":{"$ref":"9"},\
            "ParentProcess":{"$ref":"2"},"Type":"process"},"Account":{"$ref":"7"},"Type":"process"},\
            {"$ref":"5"},{"$ref":"3"},\
            {"$id":"6","HostName":"WS-7","FQDN":"ws-7.example.org","LastIpAddress":"10.1.2.7",\
            "LastExternalIpAddress":"198.51.100.4","OSFamily":"Windows","Type":"host"},\
            {"$id":"7","Name":"Erin Example","AccountName":"erin","UserPrincipalName":"erin.e@example.org",\
            "Sid":"S-1-5-21-1","Type":"account"},\
            {"$id":"9","Directory":"/opt/tool","Name":"run","Type":"File"}]""";
    private static final String DEVICE = """
            {"AlertName":"Odd command","DisplayName":"Odd command on ws-7","AlertSeverity":"Medium","ProviderName":"MDATP",\
            "ProductName":"Microsoft Defender for Endpoint","AlertType":"WindowsDefenderAtp","Description":"Long text",\
            "StartTime":"2025-03-01 10:00:06.5+00:00","EndTime":"2025-03-01 10:01:06+00:00","Status":"InProgress",\
            "CompromisedEntity":"ws-7.example.org","Tactics":"Discovery","Techniques":["T1033"],"SubTechniques":["T1059.003"],\
            "ExtendedProperties":{"DetectorId":"d-1","IncidentId":"4242","MitreTechniques":"T1033;T1087.002"},\
            "Entities":%s}""".formatted(TREE);
    private static final String MAIL = """
            {"AlertName":"Phish","ProviderName":"OATP","AlertSeverity":"Informational","AlertType":"type-2",\
            "TimeGenerated":"2025-03-01T11:00:00Z","Techniques":"[\\"T1566\\", \\"T1566.002\\"]",\
            "ExtendedProperties":"{\\"Client IP\\":\\"192.0.2.44, 192.0.2.45\\"}",\
            "Entities":"[{\\"$id\\":\\"2\\",\\"Recipient\\":\\"Ana@example.org\\",\\"P2Sender\\":\\"boss@example.net\\",\
            \\"SenderIP\\":\\"203.0.113.5\\",\\"Urls\\":[\\"https://bad.example.net:8443/x\\"],\\"DeliveryAction\\":\\"Blocked\\",\
            \\"Type\\":\\"mailMessage\\"},{\\"$id\\":\\"3\\",\\"MailboxPrimaryAddress\\":\\"ana@example.org\\",\
            \\"Upn\\":\\"ana@example.org\\",\\"Type\\":\\"mailbox\\"},{\\"ClusterBy\\":\\"Subject;SenderIp\\",\
            \\"ClusterByValue\\":\\"Hello;203.0.113.6\\",\\"Type\\":\\"mailCluster\\"}]"}""";
    private static final String CLOUD = """
            {"AlertName":"Secret added","ProviderName":"MCAS","AlertSeverity":"High","AlertType":"MCAS_X",\
            "StartTime":"2025-03-01 12:00:00+00:00","CompromisedEntity":"carla@example.org","Entities":[\
            {"Name":"Nightly app","OAuthAppId":"a-1","Type":"oauth-application"},\
            {"SessionId":"s-9","Account":{"Name":"carla","Type":"account"},"Type":"cloud-logon-session"},\
            {"Key":{"Hive":"HKEY_CURRENT_USER","Key":"Software\\\\Run","Type":"registry-key"},"Name":"x","Value":"y",\
            "Type":"registry-value"}]}""";

    @Override
    List<String> records() {
        return List.of(DEVICE, MAIL, CLOUD);
    }

    @Override
    Reading read(String input) {
        return Reading.of("sentinel", input);
    }

    @Test
    void anAlertIsReadWhole() {
        assertThat(alert(DEVICE))
                .returns("microsoft defender for endpoint", Alert::source)
                .returns("d-1", Alert::rule)
                .returns("Odd command on ws-7", Alert::title)
                .returns("Long text", Alert::message)
                .returns(Instant.parse("2025-03-01T10:00:06.5Z"), Alert::time)
                .returns(Severity.MEDIUM, Alert::severity)
                .returns(AlertStatus.IN_PROGRESS, Alert::status)
                .returns(Outcome.UNKNOWN, Alert::outcome)
                .returns(List.of("T1033", "T1059.003", "T1087.002"), Alert::techniques);
    }

    @Test
    void entitiesAreFoundThroughReferencesAndWithinOthers() {
        assertThat(keys(DEVICE))
                .containsExactly(
                        "process:cmd.exe /c whoami",
                        "file:C:\\Windows\\System32\\cmd.exe",
                        "hash:0123456789abcdef0123456789abcdef",
                        "process:/opt/tool/run",
                        "file:/opt/tool/run",
                        "user:erin",
                        "host:ws-7",
                        "ip:10.1.2.7");
    }

    @Test
    void theProcessTreeIsTheLineageAndACircleEndsIt() {
        assertThat(alert(DEVICE).lineage()).containsExactly("ws-7|4711|1740823205", "ws-7|100|1740823140");
    }

    @Test
    void theActingProcessIsDescribed() {
        assertThat(alert(DEVICE).details())
                .containsEntry("process.command_line", "cmd.exe /c whoami")
                .containsEntry("process.parent", "/opt/tool/run")
                .containsEntry("process.user", "erin")
                .containsEntry("kill_chain", "Discovery");
    }

    @Test
    void theIncidentIsNowhereButInTheRecordItself() {
        Alert alert = alert(DEVICE);

        assertThat(alert.toString().replace(alert.raw(), "")).doesNotContain("4242");
    }

    @Test
    void listsInATextAreRead() {
        assertThat(keys(MAIL))
                .containsExactly(
                        "mailbox:ana@example.org",
                        "mailbox:boss@example.net",
                        "ip:203.0.113.5",
                        "url:https://bad.example.net:8443/x",
                        "domain:bad.example.net",
                        "user:ana",
                        "ip:203.0.113.6",
                        "ip:192.0.2.44",
                        "ip:192.0.2.45");
    }

    @Test
    void techniquesInATextAreRead() {
        assertThat(alert(MAIL).techniques()).containsExactly("T1566", "T1566.002");
    }

    @Test
    void whatTheProductStoppedWasAnAttempt() {
        assertThat(alert(MAIL).outcome()).isEqualTo(Outcome.ATTEMPTED);
    }

    @Test
    void applicationsActAsAccounts() {
        assertThat(keys(CLOUD)).containsExactly("user:nightly app", "user:carla", "mailbox:carla@example.org");
    }

    @Test
    void sessionsAndRegistryKeysAreDetails() {
        assertThat(alert(CLOUD).details())
                .containsEntry("session.id", "s-9")
                .containsEntry("registry.key", "HKEY_CURRENT_USER\\Software\\Run");
    }

    @Test
    void textWithinATextWithinATextIsRead() {
        String text = DEVICE.replace(TREE, quoted(quoted(TREE)));

        assertThat(alert(text).entities()).isEqualTo(alert(DEVICE).entities());
    }

    @Test
    void ofAListThatWasCutOffTheBeginningIsRead() {
        String cut = TREE.substring(0, TREE.indexOf("{\"$id\":\"7\"") + 5);

        assertThat(keys(DEVICE.replace(TREE, quoted(cut)))).contains("process:cmd.exe /c whoami", "host:ws-7");
    }

    @Test
    void theInterfacesSpellingIsTheSameAlert() {
        String record = """
                {"kind":"SecurityAlert","properties":{"systemAlertId":"id-1","alertDisplayName":"Odd","severity":"High",\
                "startTimeUtc":"2025-03-01T10:00:06Z","productName":"P"}}""";

        assertThat(Reading.of("auto", record).alerts().getFirst())
                .returns("id-1", Alert::id)
                .returns("Odd", Alert::title)
                .returns(Severity.HIGH, Alert::severity);
    }

    @Test
    void theCompromisedMachineIsTheHostWhereNoneIsListed() {
        assertThat(keys(DEVICE.replace(TREE, "[]"))).containsExactly("host:ws-7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"\"",
                "\"[\"",
                "{}",
                "[null, 5, \"x\", [[]], {\"Type\":7}, {\"$ref\":\"1\"}]",
                "[{\"$id\":\"1\",\"$ref\":\"2\"},{\"$id\":\"2\",\"$ref\":\"1\"}]",
                "[{\"$id\":\"1\",\"Type\":\"process\",\"ParentProcess\":{\"$ref\":\"1\"},\"ImageFile\":{\"$ref\":\"1\"}}]",
                "[{\"Type\":\"process\",\"ProcessId\":\"99999999999999\",\"CreationTimeUtc\":\"yesterday\"}]",
                "[{\"Type\":\"host\",\"HostName\":{\"a\":1}},{\"Type\":\"account\",\"Name\":[1]},{\"Type\":\"file\",\"Name\":true}]"
            })
    void whateverTheEntitiesAreTheAlertIsRead(String entities) {
        assertThat(read(DEVICE.replace(TREE, entities)).alerts()).hasSize(1);
    }

    @Test
    void anEndlessFamilyIsCut() {
        String family =
                "{\"ProcessId\":\"9\",\"CreationTimeUtc\":\"2025-03-01T09:59:00Z\",\"Type\":\"process\",\"ParentProcess\":"
                                .repeat(200)
                        + "{}" + "}".repeat(200);

        assertThat(read(DEVICE.replace(TREE, "[" + family + "]")).alerts()).hasSize(1);
    }

    @Test
    void aTimeThatIsNoneIsSaidToBeNone() {
        assertThat(read(DEVICE.replace("2025-03-01 10:00:06.5+00:00", "2025-13-41"))
                        .rejected())
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.reason()).contains("2025-13-41"));
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private Alert alert(String record) {
        return read(record).alerts().getFirst();
    }

    private List<String> keys(String record) {
        return alert(record).entities().stream().map(entity -> entity.key()).toList();
    }
}
