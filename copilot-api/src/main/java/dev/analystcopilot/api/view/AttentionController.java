package dev.analystcopilot.api.view;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.AttentionStore;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What a human should look at, the newest first, with how many there are for each reason.
@RestController
class AttentionController {
    private final AttentionStore attention;
    private final ReactiveBridge bridge;

    AttentionController(Database database, ReactiveBridge storeBridge) {
        this.attention = database.attention();
        this.bridge = storeBridge;
    }

    /// @param counts by reason
    record Page(List<AttentionView> items, Map<String, Long> counts) {}

    @GetMapping("/api/v1/attention")
    Mono<Page> latest(@AuthenticationPrincipal Caller caller, @RequestParam @Nullable Integer limit) {
        int rows = Filters.limit(limit);
        return bridge.call(() -> {
            Scope scope = Scope.analyst(caller.tenant());
            Map<String, Long> counts = new TreeMap<>();
            attention.counts(scope).forEach((reason, count) -> counts.put(reason.wireName(), count));
            return new Page(AttentionView.of(attention.latest(scope, rows)), counts);
        });
    }
}
