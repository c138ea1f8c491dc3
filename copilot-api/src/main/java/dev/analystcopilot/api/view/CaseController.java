package dev.analystcopilot.api.view;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.CaseQuery;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// What triage made of the alerts.
@RestController
@RequestMapping("/api/v1/cases")
class CaseController {
    private final Database database;
    private final ReactiveBridge bridge;
    private final JsonMapper json;

    CaseController(Database database, ReactiveBridge storeBridge, JsonMapper json) {
        this.database = database;
        this.bridge = storeBridge;
        this.json = json;
    }

    @GetMapping
    Mono<CasePage> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable List<String> disposition,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        var query = new CaseQuery(Filters.verdicts(disposition), Filters.limit(limit), offset(cursor));
        return bridge.call(() -> {
            Scope scope = Scope.analyst(caller.tenant());
            List<CaseRow> rows = database.cases().list(scope, query);
            long total = database.cases().count(scope, query);
            int next = query.offset() + rows.size();
            return new CasePage(
                    rows.stream().map(row -> CaseView.of(row, json)).toList(),
                    next < total ? Integer.toString(next) : null,
                    total);
        });
    }

    private static int offset(@Nullable String cursor) {
        Optional<String> text = Filters.text(cursor);
        if (text.isPresent() && !text.get().matches("\\d{1,8}")) {
            throw new ApiFailure.BadRequest("cursor must be the nextCursor of the page before");
        }
        return text.map(Integer::valueOf).orElse(0);
    }

    /// The document as triage wrote it.
    @GetMapping(value = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<String> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return bridge.call(() -> database.cases()
                .find(Scope.analyst(caller.tenant()), id)
                .map(CaseRow::document)
                .orElseThrow(() -> new ApiFailure.NotFound("this case")));
    }

    /// @param total how many cases there are, on this page or not
    record CasePage(List<CaseView> items, @Nullable String nextCursor, long total) {}
}
