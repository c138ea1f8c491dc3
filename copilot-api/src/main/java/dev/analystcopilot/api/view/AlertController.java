package dev.analystcopilot.api.view;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.AlertHit;
import dev.analystcopilot.knowledge.postgres.AlertQuery;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Stored alerts.
@RestController
@RequestMapping("/api/v1/alerts")
class AlertController {
    private final Database database;
    private final ReactiveBridge bridge;

    AlertController(Database database, ReactiveBridge storeBridge) {
        this.database = database;
        this.bridge = storeBridge;
    }

    @GetMapping
    Mono<Page<AlertView>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable List<String> entity,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String caseId,
            @RequestParam @Nullable String disposition,
            @RequestParam @Nullable String severity,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        var query = new AlertQuery(
                Filters.entities(entity),
                Filters.time("from", from),
                Filters.time("to", to),
                Filters.text(q),
                Filters.text(caseId),
                Filters.verdict(disposition),
                Filters.severity(severity),
                Filters.limit(limit),
                Filters.text(cursor));
        return bridge.call(() -> page(query, search(caller, query)));
    }

    private List<AlertHit> search(Caller caller, AlertQuery query) {
        try {
            return database.alerts().search(scope(caller), query);
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest("cursor must be the nextCursor of the page before");
        }
    }

    private static Page<AlertView> page(AlertQuery query, List<AlertHit> hits) {
        boolean full = hits.size() == query.limit();
        return new Page<>(
                hits.stream().map(AlertView::of).toList(), full ? hits.getLast().cursor() : null);
    }

    @GetMapping("/{id}")
    Mono<AlertView.Detail> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return bridge.call(() -> database.alerts()
                .find(scope(caller), id)
                .map(alert -> AlertView.Detail.of(alert, database.cases().triageOf(scope(caller), id)))
                .orElseThrow(() -> new ApiFailure.NotFound("this alert")));
    }

    private static Scope scope(Caller caller) {
        return Scope.analyst(caller.tenant());
    }
}
