package dev.analystcopilot.api.knowledge;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.knowledge.postgres.reference.AssetStore;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.knowledge.postgres.reference.FactStore;
import dev.analystcopilot.knowledge.postgres.reference.Indicator;
import dev.analystcopilot.knowledge.postgres.reference.IndicatorStore;
import dev.analystcopilot.knowledge.reference.Given;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Machines, indicators of attack, and facts with an expiry.
@RestController
@RequestMapping("/api/v1")
class ReferenceController {
    private static final String ORIGIN = "facts:api";
    private static final int MOST_FACTS = 1_000;

    private final AssetStore assets;
    private final IndicatorStore indicators;
    private final FactStore facts;
    private final Clock clock;
    private final ReactiveBridge bridge;

    ReferenceController(
            AssetStore assets, IndicatorStore indicators, FactStore facts, Clock clock, ReactiveBridge storeBridge) {
        this.assets = assets;
        this.indicators = indicators;
        this.facts = facts;
        this.clock = clock;
        this.bridge = storeBridge;
    }

    /// @param id a host's name, with or without its domain, or an address
    @GetMapping("/assets/{id}")
    Mono<AssetView> asset(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return bridge.call(() -> assets.find(scope(caller), id)
                .map(AssetView::of)
                .orElseThrow(() -> new ApiFailure.NotFound("this machine")));
    }

    @GetMapping("/indicators")
    Mono<Items<IndicatorView>> indicators(
            @AuthenticationPrincipal Caller caller, @RequestParam @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new ApiFailure.BadRequest("value says what to look for: an address, a domain, a URL, a hash …");
        }
        List<Entity> asked = entities(value);
        return bridge.call(
                () -> new Items<>(indicators.matching(scope(caller), asked, clock.instant()).values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .map(IndicatorView::of)
                        .toList()));
    }

    /// A value that could be a host or a domain is looked up as both.
    private static List<Entity> entities(String value) {
        try {
            return List.of(Given.entity(value), new Entity.File(value));
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest(String.valueOf(e.getMessage()));
        }
    }

    /// @param expired whether those that hold no longer are listed, too
    @GetMapping("/facts")
    Mono<Items<FactView>> facts(@AuthenticationPrincipal Caller caller, @RequestParam @Nullable Boolean expired) {
        return bridge.call(() -> new Items<>(
                facts.list(scope(caller), clock.instant(), Boolean.TRUE.equals(expired), MOST_FACTS).stream()
                        .map(FactView::of)
                        .toList()));
    }

    /// Who is signed in answers for it.
    @PostMapping("/facts")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<FactView> addFact(@AuthenticationPrincipal Caller caller, @RequestBody FactRequest request) {
        Fact fact = request.fact(caller.login());
        return bridge.call(() -> {
            var _ = facts.add(scope(caller), ORIGIN, fact);
            return FactView.of(fact);
        });
    }

    @DeleteMapping("/facts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> removeFact(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return bridge.run(() -> {
            if (!facts.removeOne(scope(caller), id)) {
                throw new ApiFailure.NotFound("this fact");
            }
        });
    }

    private static Scope scope(Caller caller) {
        return Scope.analyst(caller.tenant());
    }

    record Items<T>(List<T> items) {}

    /// @param from since ever if null
    /// @param until required: what holds for ever hides what happens later
    record FactRequest(
            @Nullable String kind,
            @Nullable List<String> entities,
            @Nullable String from,
            @Nullable String until,
            @Nullable String note) {
        Fact fact(String login) {
            try {
                return Given.fact(
                        Optional.ofNullable(kind),
                        entities == null ? List.of() : entities,
                        Optional.ofNullable(from),
                        Optional.ofNullable(until),
                        Optional.ofNullable(note),
                        login);
            } catch (IllegalArgumentException e) {
                throw new ApiFailure.BadRequest(String.valueOf(e.getMessage()));
            }
        }
    }

    record AssetView(
            String host,
            List<String> addresses,
            String owner,
            String role,
            String criticality,
            List<Asset.Software> software,
            List<Integer> openPorts,
            String exposure) {
        static AssetView of(Asset asset) {
            return new AssetView(
                    asset.host(),
                    asset.addresses(),
                    asset.owner(),
                    asset.role(),
                    asset.criticality().wireName(),
                    asset.software(),
                    asset.openPorts(),
                    asset.exposure().wireName());
        }
    }

    record IndicatorView(
            String type,
            String value,
            String name,
            String source,
            int confidence,
            List<String> labels,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {
        static IndicatorView of(Indicator indicator) {
            return new IndicatorView(
                    indicator.entity().type(),
                    indicator.entity().value(),
                    indicator.name(),
                    indicator.source(),
                    indicator.confidence(),
                    indicator.labels(),
                    indicator.validFrom().orElse(null),
                    indicator.validUntil().orElse(null));
        }
    }

    record FactView(
            String id,
            String kind,
            List<String> entities,
            Instant from,
            Instant until,
            String note,
            String approvedBy) {
        static FactView of(Fact fact) {
            return new FactView(
                    fact.id(),
                    fact.kind().wireName(),
                    fact.entities().stream().map(Entity::key).toList(),
                    fact.from(),
                    fact.until(),
                    fact.note(),
                    fact.approvedBy());
        }
    }
}
