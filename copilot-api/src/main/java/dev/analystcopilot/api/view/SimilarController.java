package dev.analystcopilot.api.view;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.NeighbourQuery;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.similar.SimilarAlerts;
import dev.analystcopilot.knowledge.similar.SimilarQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// What has been seen before that is like an alert or a case.
@RestController
@RequestMapping("/api/v1")
class SimilarController {
    private static final int DEFAULT_LIMIT = 10;

    private final SimilarAlerts similar;
    private final ReactiveBridge bridge;
    private final JsonMapper json;

    SimilarController(SimilarAlerts similar, ReactiveBridge storeBridge, JsonMapper json) {
        this.similar = similar;
        this.bridge = storeBridge;
        this.json = json;
    }

    /// @param otherCases whether alerts of the alert's own case are left out
    @GetMapping("/alerts/{id}/similar")
    Mono<SimilarView> toAlert(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String source,
            @RequestParam @Nullable List<String> entity,
            @RequestParam @Nullable Integer limit,
            @RequestParam(defaultValue = "false") boolean otherCases) {
        SimilarQuery query = query(from, to, source, entity, limit, otherCases);
        return bridge.call(() -> similar.toAlert(Scope.analyst(caller.tenant()), id, query)
                .map(found -> SimilarView.of(found, json))
                .orElseThrow(() -> new ApiFailure.NotFound("this alert")));
    }

    @GetMapping("/cases/{id}/similar")
    Mono<SimilarView> toCase(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String source,
            @RequestParam @Nullable List<String> entity,
            @RequestParam @Nullable Integer limit) {
        SimilarQuery query = query(from, to, source, entity, limit, true);
        return bridge.call(() -> similar.toCase(Scope.analyst(caller.tenant()), id, query)
                .map(found -> SimilarView.of(found, json))
                .orElseThrow(() -> new ApiFailure.NotFound("this case")));
    }

    private static SimilarQuery query(
            @Nullable String from,
            @Nullable String to,
            @Nullable String source,
            @Nullable List<String> entity,
            @Nullable Integer limit,
            boolean otherCases) {
        int wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > NeighbourQuery.MAX_LIMIT) {
            throw new ApiFailure.BadRequest("limit must be 1 to " + NeighbourQuery.MAX_LIMIT);
        }
        return new SimilarQuery(
                Filters.time("from", from),
                Filters.time("to", to),
                Filters.text(source),
                Filters.entities(entity),
                wanted,
                otherCases);
    }
}
