package dev.analystcopilot.triage.investigate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvestigationTest {
    private static final List<String> ALERTS = List.of("""
            {"id":"a1","raw":{"DisplayName":"Scheduled task created by a script","Description":"A task was made.",
            "StartTime":"2025-03-04 10:00:00+00:00","Entities":[
            {"$id":"2","Name":"mlee","Sid":"S-1-5-21-11-22-33-1001","AadUserId":"0f8c","Type":"account","UserPrincipalName":"mlee@example.org"},
            {"$id":"3","ProcessId":"4711","CommandLine":"schtasks.exe /create /tn upd","ImageFile":{"$id":"4","Name":"schtasks.exe","Type":"file"},"CreationTimeUtc":"2025-03-04T10:00:00Z","Type":"process"},
            {"$ref":"4"},{"$id":"5","HostName":"ws-17","Type":"host"},{"$id":"6","Address":"198.51.100.7","Type":"ip"}]}}""", """
            {"id":"a2","raw":{"DisplayName":"Credential dumping tool was run","Description":"A tool read secrets.",
            "StartTime":"2025-03-04 11:00:00+00:00","Entities":[
            {"$id":"2","Name":"dbadmin","Sid":"S-1-5-21-11-22-33-1044","Type":"account"},
            {"$id":"3","Name":"dumpit.exe","Type":"file"},{"$id":"5","HostName":"srv-db","Type":"host"}]}}""", """
            {"id":"a3","raw":{"rule":{"description":"Service was installed on a server"},
            "agent":{"name":"files-02"},"data":{"win":{"eventdata":{"serviceName":"updsvc","commandLine":"c:/tmp/u.exe -s"}}}}}""");

    @TempDir
    private Path folder;

    @BeforeEach
    void run() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("evidence.jsonl.gz")))) {
            for (String alert : ALERTS) {
                out.write((alert.replace("\n", " ") + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.writeString(folder.resolve("alerts.jsonl"), """
                {"line":1,"id":"a1","case_id":"c1"}
                {"line":2,"id":"a2","case_id":"c1"}
                {"line":3,"id":"a3","case_id":null}
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What is the SID of the account that created the scheduled task?                       | S-1-5-21-11-22-33-1001
            Which account ran the credential dumping tool?                                       | dbadmin
            A credential dumping tool was run. Can you identify the file name of the tool?        | dumpit.exe
            On which host was the credential dumping tool run?                                   | srv-db
            What is the IP address associated with the scheduled task created by a script?       | 198.51.100.7
            Can you give the command line used when the scheduled task was created?              | schtasks.exe /create /tn upd
            What is the process ID and command line of the scheduled task created by a script?   | Process id: 4711, Command line: schtasks.exe /create /tn upd
            Which user (AadUserId) created the scheduled task?                                   | 0f8c
            What is the email address of the account behind the scheduled task?                  | mlee@example.org
            A service was installed on a server. What is the name of the service?                | updsvc
            Which host had a service installed?                                                  | files-02
            """)
    void namesTheValueThatIsAskedFor(String question, String answer) throws IOException {
        assertThat(Investigation.of(folder).answer(question, "").answer()).isEqualTo(answer);
    }

    @Test
    void saysWhereTheValueComesFrom() throws IOException {
        assertThat(Investigation.of(folder)
                        .answer("Which account ran the credential dumping tool?", "")
                        .why())
                .contains("Credential dumping tool was run")
                .contains("a2");
    }

    @Test
    void givesNothingWhereNothingIsKnown() throws IOException {
        assertThat(Investigation.of(folder).answer("Is it going to rain?", "").answer())
                .isEmpty();
    }

    @Test
    void saysHowToGetEvidenceWhereThereIsNone(@TempDir Path other) {
        assertThatThrownBy(() -> Investigation.of(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("triage the alerts again");
    }
}
