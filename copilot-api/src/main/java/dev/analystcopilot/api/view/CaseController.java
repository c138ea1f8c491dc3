package dev.analystcopilot.api.view;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.feedback.Learning;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.Attention;
import dev.analystcopilot.knowledge.postgres.CaseQuery;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.learning.ReviewStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What triage made of the alerts.
@RestController
@RequestMapping("/api/v1/cases")
class CaseController {
    private static final int ATTENTION = 100;
    private static final int IN_LIST = 3;

    private final Database database;
    private final ReactiveBridge bridge;
    private final JsonMapper json;
    private final ReviewStore reviews;
    private final Learning learning;

    CaseController(
            Database database,
            ReviewStore reviewStore,
            Learning learning,
            ReactiveBridge storeBridge,
            JsonMapper json) {
        this.learning = learning;
        this.database = database;
        this.reviews = reviewStore;
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
            Predicate<CaseRow> mayClose = learning.mayClose(scope);
            long total = database.cases().count(scope, query);
            Map<String, List<AttentionView>> attention = attention(scope, rows);
            int next = query.offset() + rows.size();
            Map<String, HumanView> judged =
                    human(scope, rows.stream().map(CaseRow::id).toList());
            return new CasePage(
                    rows.stream()
                            .map(row -> CaseView.of(
                                    row,
                                    json,
                                    judged.get(row.id()),
                                    mayClose.test(row),
                                    attention.getOrDefault(row.id(), List.of())))
                            .toList(),
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

    /// The document as triage wrote it, with what a person said of it beside.
    @GetMapping(value = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<JsonNode> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return bridge.call(() -> {
            Scope scope = Scope.analyst(caller.tenant());
            CaseRow row = database.cases().find(scope, id).orElseThrow(() -> new ApiFailure.NotFound("this case"));
            var document = (ObjectNode) json.readTree(row.document());
            document.set(
                    "attention",
                    json.valueToTree(AttentionView.of(database.attention().ofCase(scope, id, ATTENTION))));
            document.put("mayClose", learning.mayClose(scope).test(row));
            document.set("human", json.valueToTree(human(scope, List.of(id)).get(id)));
            return document;
        });
    }

    /// What there is of cases themselves; and of those with something in their alerts, that.
    private Map<String, List<AttentionView>> attention(Scope scope, List<CaseRow> rows) {
        List<String> ids = rows.stream().map(CaseRow::id).toList();
        Map<String, List<AttentionView>> views = new HashMap<>();
        database.attention()
                .of(scope, Attention.Subject.CASE, ids)
                .forEach(kept -> views.computeIfAbsent(kept.subjectId(), key -> new ArrayList<>())
                        .add(AttentionView.of(kept)));
        rows.stream()
                .filter(row -> row.attention() != null)
                .forEach(row -> views.put(
                        row.id(), AttentionView.of(database.attention().ofCase(scope, row.id(), IN_LIST))));
        return views;
    }

    /// What people said of these cases, the latest of each.
    private Map<String, HumanView> human(Scope scope, List<String> ids) {
        return reviews.of(scope, ids).stream()
                .collect(Collectors.toMap(
                        reviewed -> reviewed.review().caseId(), HumanView::of, (latest, earlier) -> latest));
    }

    /// @param total how many cases there are, on this page or not
    record CasePage(List<CaseView> items, @Nullable String nextCursor, long total) {}
}
