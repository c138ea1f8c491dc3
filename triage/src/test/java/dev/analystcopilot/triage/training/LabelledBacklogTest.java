package dev.analystcopilot.triage.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledBacklogTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void labelsStayBesideTheAlerts() throws IOException {
        Path file = file("net.csv", """
                time,name,ip,host,short,time_label,event_label
                1642723347,Wazuh: Login ok,192.0.2.1,web,W-1,false_positive,-
                1642723340,Suricata: Alert - Scan,192.0.2.1,web,S-1,dirb,dirb
                """);

        LabelledBacklog backlog = LabelledBacklog.read(file);

        assertThat(backlog.name()).isEqualTo("net");
        assertThat(backlog.alerts())
                .extracting(alert -> alert.title())
                .doesNotContain("dirb")
                .hasSize(2);
        assertThat(backlog.attacks())
                .containsExactly(backlog.alerts().getFirst().id());
    }

    @Test
    void aFileWithoutLabelsIsRefusedWithARemedy() throws IOException {
        Path file = file("plain.csv", "time,name,ip,host,short\n1642723347,Wazuh: Login ok,192.0.2.1,web,W-1\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledBacklog.read(file))
                .withMessageContaining("event_label");
    }
}
