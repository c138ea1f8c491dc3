package dev.analystcopilot.api.view;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.attack.Tactic;
import dev.analystcopilot.knowledge.attack.Technique;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.search.KnowledgeQuery;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.knowledge.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Runbooks, policies, techniques: each role sees what is meant for it.
@RestController
@RequestMapping("/api/v1")
class KnowledgeController {
    private static final int DEFAULT_TOP = 10;

    private final Database database;
    private final KnowledgeSearch search;
    private final TechniqueCatalog catalog;
    private final ReactiveBridge bridge;

    KnowledgeController(
            Database database, KnowledgeSearch search, TechniqueCatalog catalog, ReactiveBridge storeBridge) {
        this.database = database;
        this.search = search;
        this.catalog = catalog;
        this.bridge = storeBridge;
    }

    @GetMapping("/knowledge/search")
    Mono<Found> search(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable Set<String> kind,
            @RequestParam @Nullable String lang,
            @RequestParam @Nullable Integer top) {
        String text = Filters.text(q).orElseThrow(() -> new ApiFailure.BadRequest("q says what to look for"));
        int wanted = top == null ? DEFAULT_TOP : top;
        if (wanted < 1 || wanted > KnowledgeQuery.MAX_TOP) {
            throw new ApiFailure.BadRequest("top must be 1 to " + KnowledgeQuery.MAX_TOP);
        }
        var query = new KnowledgeQuery(text, language(lang), kind == null ? Set.of() : kind, wanted);
        return bridge.call(() -> new Found(search.search(scope(caller), query).stream()
                .map(PassageView::of)
                .toList()));
    }

    /// A runbook, such as `web-shell`, as its passages in order.
    @GetMapping("/runbooks/{id}")
    Mono<Found> runbook(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestParam @Nullable String lang) {
        Language wanted = language(lang).orElse(Language.EN);
        return bridge.call(() -> {
            var passages = database.passages().ofRef(scope(caller), "runbook", id, wanted);
            if (passages.isEmpty()) {
                throw new ApiFailure.NotFound("this runbook");
            }
            return new Found(passages.stream().map(PassageView::of).toList());
        });
    }

    @GetMapping("/passages/{id}")
    Mono<PassageView> passage(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return bridge.call(() -> database.passages().find(scope(caller), List.of(id)).stream()
                .findFirst()
                .map(PassageView::of)
                .orElseThrow(() -> new ApiFailure.NotFound("this passage")));
    }

    @GetMapping("/techniques/{id}")
    Mono<TechniqueView> technique(@PathVariable String id) {
        return bridge.call(() -> catalog.technique(id)
                .map(TechniqueView::of)
                .orElseThrow(() -> new ApiFailure.NotFound("this technique")));
    }

    private static Optional<Language> language(@Nullable String lang) {
        try {
            return Filters.text(lang).filter(code -> !code.equals("auto")).map(Language::ofCode);
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest("lang must be en, zh or auto");
        }
    }

    private static Scope scope(Caller caller) {
        return new Scope(caller.tenant(), caller.seesAlerts() ? Audience.ANALYST : Audience.STAFF);
    }

    record Found(List<PassageView> items) {}

    record TechniqueView(String id, Bilingual name, List<TacticView> tactics) {
        static TechniqueView of(Technique technique) {
            return new TechniqueView(
                    technique.id(),
                    technique.name(),
                    technique.tactics().stream().map(TacticView::of).toList());
        }
    }

    record TacticView(String id, Bilingual name) {
        static TacticView of(Tactic tactic) {
            return new TacticView(tactic.id(), tactic.name());
        }
    }
}
