package dev.analystcopilot.triage.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.format.AlertReader;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.format.ReadOptions;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.report.IntakeCounts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(TestDatabase.class)
class IntakeTest {
    private static final String HEADER = "time,name,ip,host,short\n";
    private static final String GOOD = "1642723347,Wazuh: Login ok,192.0.2.1,web,W-1\n";

    @Test
    void aBrokenRecordIsRejectedAndTheRestGoesOn(Database database) {
        assertThat(read(database, "a", HEADER + GOOD + "yesterday,Wazuh: Login ok,192.0.2.1,web,W-1\n" + GOOD))
                .isEqualTo(new IntakeCounts(3, 2, 1, 0));
    }

    @Test
    void equalRecordsAreSeparateAlertsAndTheSameInputAgainAddsNone(Database database) {
        read(database, "b", HEADER + GOOD + GOOD);

        assertThat(read(database, "b", HEADER + GOOD + GOOD)).isEqualTo(new IntakeCounts(2, 2, 0, 2));
    }

    private static IntakeCounts read(Database database, String tenant, String csv) {
        var source = AlertSource.stream("test", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        return new Intake(database.alerts(), Scope.analyst(tenant), IntakeListener.NONE)
                .read(AlertReader.open(source, "ait-ads", ReadOptions.none()), Progress.SILENT);
    }
}
