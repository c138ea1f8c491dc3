package dev.analystcopilot.api.job;

import dev.analystcopilot.knowledge.demo.DemoBacklog;
import dev.analystcopilot.knowledge.demo.DemoInventory;
import dev.analystcopilot.knowledge.format.AlertFormats;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.reference.AssetStore;
import dev.analystcopilot.knowledge.postgres.reference.FactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills an empty installation with the demo backlog, once. The files are made first and kept until all of it is
/// stored: a start that was cut short goes on with the same alerts.
public final class DemoLoader {
    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final String OCSF = "demo-ocsf.ndjson";
    private static final String WAZUH = "demo-wazuh.ndjson";

    private final Database database;
    private final AlertStore alerts;
    private final AlertIntake intake;
    private final BackgroundTriage triage;
    private final Path folder;
    private final Clock clock;

    /// @param folder where the files are made
    public DemoLoader(Database database, AlertIntake intake, BackgroundTriage triage, Path folder, Clock clock) {
        this.database = database;
        this.alerts = database.alerts();
        this.intake = intake;
        this.triage = triage;
        this.folder = folder;
        this.clock = clock;
    }

    /// Loads the demo if the tenant has no alerts, or an earlier loading was cut short. May take a while.
    public void loadIfNew(String tenant) {
        Scope scope = Scope.analyst(tenant);
        boolean begun = Files.exists(folder.resolve(OCSF)) && Files.exists(folder.resolve(WAZUH));
        if (!begun && alerts.count(scope) > 0) {
            return;
        }
        triage.report(tenant, new TriageState(true, 0, "demo"));
        try {
            if (!begun) {
                Instant end = clock.instant().truncatedTo(ChronoUnit.HOURS);
                var _ = new AssetStore(database).put(scope, DemoInventory.ORIGIN, DemoInventory.assets());
                var _ = new FactStore(database).put(scope, DemoInventory.ORIGIN, DemoInventory.facts(end));
                var _ = DemoBacklog.writeTo(folder, end, DemoBacklog.DEFAULT_SEED);
            }
            for (String name : List.of(OCSF, WAZUH)) {
                var _ = intake.take(scope, AlertSource.file(folder.resolve(name)), AlertFormats.AUTO, bytes -> {});
            }
            triage.request(tenant);
            for (String name : List.of(OCSF, WAZUH)) {
                Files.delete(folder.resolve(name));
            }
            LOG.info("The demo backlog is loaded");
        } catch (IOException e) {
            throw new UncheckedIOException("the demo backlog could not be made", e);
        } finally {
            triage.report(tenant, TriageState.IDLE);
        }
    }
}
