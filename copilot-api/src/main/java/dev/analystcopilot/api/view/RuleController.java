package dev.analystcopilot.api.view;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.sigma.RuleFinder;
import dev.analystcopilot.knowledge.sigma.RuleHit;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which detection rules an event fulfils.
@RestController
class RuleController {
    private static final int DEFAULT_TOP = 10;
    private static final int MOST = 100;
    private static final int MOST_EVENTS = 50;

    private final Database database;
    private final RuleFinder finder;
    private final ReactiveBridge bridge;

    RuleController(Database database, RuleFinder finder, ReactiveBridge storeBridge) {
        this.database = database;
        this.finder = finder;
        this.bridge = storeBridge;
    }

    /// @param items the best first
    record Found(List<RuleHit> items) {}

    @PostMapping("/api/v1/rules/match")
    Mono<Found> match(@AuthenticationPrincipal Caller caller, @RequestBody JsonNode body) {
        Scope scope = Scope.analyst(caller.tenant());
        int top = body.path("top").asInt(DEFAULT_TOP);
        if (top < 1 || top > MOST) {
            throw new ApiFailure.BadRequest("top must be 1 to " + MOST);
        }
        return bridge.call(() -> new Found(finder.find(scope, events(scope, body), top)));
    }

    private List<JsonNode> events(Scope scope, JsonNode body) {
        if (body.path("alertId").isString()) {
            return List.of(alert(scope, body.path("alertId").asString()));
        }
        List<JsonNode> events =
                body.path("events").isArray() ? List.copyOf(body.path("events").values()) : List.of(body.path("event"));
        if (events.isEmpty() || events.size() > MOST_EVENTS || !events.stream().allMatch(JsonNode::isObject)) {
            throw new ApiFailure.BadRequest(
                    "give event as an object, events as 1 to " + MOST_EVENTS + " of them, or alertId");
        }
        return events;
    }

    private JsonNode alert(Scope scope, String id) {
        String raw = database.alerts()
                .find(scope, id)
                .orElseThrow(() -> new ApiFailure.NotFound("this alert"))
                .raw();
        try {
            return JsonMapper.shared().readTree(raw);
        } catch (JacksonException e) {
            throw new ApiFailure.BadRequest("this alert's record is no JSON: give event instead");
        }
    }
}
