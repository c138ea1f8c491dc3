package dev.analystcopilot.api.view;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.job.BackgroundTriage;
import dev.analystcopilot.api.job.TriageState;
import dev.analystcopilot.api.llm.ConfiguredModel;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.TimeRange;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The state of things at a glance.
@RestController
class OverviewController {
    private final Database database;
    private final ReactiveBridge bridge;
    private final BackgroundTriage triage;
    private final ConfiguredModel model;

    OverviewController(Database database, ReactiveBridge storeBridge, BackgroundTriage triage, ConfiguredModel model) {
        this.database = database;
        this.bridge = storeBridge;
        this.triage = triage;
        this.model = model;
    }

    @GetMapping("/api/v1/overview")
    Mono<Overview> overview(@AuthenticationPrincipal Caller caller) {
        return bridge.call(() -> of(caller.tenant()));
    }

    private Overview of(String tenant) {
        Scope scope = Scope.analyst(tenant);
        var cases = database.cases().overview(scope);
        Map<String, Long> byDisposition = new LinkedHashMap<>();
        Arrays.stream(Verdict.values())
                .forEach(verdict -> byDisposition.put(
                        verdict.wireName(), cases.byDisposition().getOrDefault(verdict, 0L)));
        var passages = database.passages().counts(scope);
        Optional<TimeRange> range = database.alerts().timeRange(scope);
        return new Overview(
                database.alerts().count(scope),
                cases.cases(),
                cases.shownCases(),
                cases.setAsideAlerts(),
                byDisposition,
                range.map(TimeRange::first).orElse(null),
                range.map(TimeRange::last).orElse(null),
                model.status(),
                new Knowledge(passages.passages(), passages.embedded()),
                Triage.of(triage.state(tenant)));
    }

    /// @param alerts how many are stored
    /// @param shownCases those that are not set aside
    /// @param setAside alerts that need nobody
    record Overview(
            long alerts,
            long cases,
            long shownCases,
            long setAside,
            Map<String, Long> byDisposition,
            @Nullable Instant firstSeen,
            @Nullable Instant lastSeen,
            ConfiguredModel.Status llm,
            Knowledge knowledge,
            Triage triage) {}

    /// @param embedded passages whose vectors are complete
    record Knowledge(long passages, long embedded) {}

    record Triage(String state, double progress, String stage) {
        static Triage of(TriageState state) {
            return new Triage(state.running() ? "running" : "idle", state.progress(), state.stage());
        }
    }
}
