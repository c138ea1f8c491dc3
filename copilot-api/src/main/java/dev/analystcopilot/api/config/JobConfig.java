package dev.analystcopilot.api.config;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.job.AlertIntake;
import dev.analystcopilot.api.job.BackgroundTriage;
import dev.analystcopilot.api.job.DemoLoader;
import dev.analystcopilot.api.job.TriageJobs;
import dev.analystcopilot.api.job.TriageRun;
import dev.analystcopilot.api.local.ServiceFiles;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.document.PassageEmbedding;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.triage.job.Progress;
import dev.analystcopilot.triage.job.TenantTriage;
import dev.analystcopilot.triage.scenario.Scenarios;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Work that goes on behind the requests.
@Configuration(proxyBeanMethods = false)
class JobConfig {
    private static final int DELIVERIES = 3;
    private static final int WAITING = 30;

    @Bean
    ReactiveBridge ingestBridge() {
        return new ReactiveBridge("ingest", DELIVERIES, WAITING);
    }

    @Bean
    AlertIntake alertIntake(Database database, Clock clock) {
        return new AlertIntake(database.alerts(), database.attention(), clock);
    }

    @Bean
    TriageRun triageRun(Database database, TechniqueCatalog catalog, Embedders embedders, ServiceFiles files) {
        Scenarios scenarios = Scenarios.ofSite(System.getenv(), Optional.of(files.data()));
        var triage = new TenantTriage(database, catalog, embedders, scenarios);
        return (tenant, progress) -> {
            Scope scope = Scope.analyst(tenant);
            var _ = triage.run(
                    scope,
                    (stage, done, total) ->
                            progress.at(stage.name().toLowerCase(Locale.ROOT), fraction(stage, done, total)));
            triage.indexForSearch(scope);
        };
    }

    /// Embedding is the longest part where there is something new to embed.
    private static double fraction(Progress.Stage stage, long done, long total) {
        double part = total <= 0 ? 0 : Math.min(1, done / (double) total);
        return switch (stage) {
            case READ -> 0;
            case EMBED -> 0.6 * part;
            case TRIAGE -> 0.6 + 0.3 * part;
            case WRITE -> 0.9 + 0.1 * part;
        };
    }

    @Bean
    BackgroundTriage backgroundTriage(TriageRun triage, Database database, CopilotProperties properties) {
        return new BackgroundTriage(triage, database.jobs(), properties.triageDelay());
    }

    @Bean
    TriageJobs triageJobs(Database database, AlertIntake intake, BackgroundTriage triage, ServiceFiles files) {
        return new TriageJobs(database.jobs(), intake, triage, files.data().resolve("uploads"));
    }

    @Bean
    DemoLoader demoLoader(
            Database database, AlertIntake intake, BackgroundTriage triage, ServiceFiles files, Clock clock) {
        return new DemoLoader(database, intake, triage, files.data().resolve("demo"), clock);
    }

    @Bean
    PassageEmbedding passageEmbedding(Database database, Embedders embedders) {
        return new PassageEmbedding(database, embedders);
    }
}
