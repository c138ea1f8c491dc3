package dev.analystcopilot.api.hunt;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.hunt.HuntForm;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import dev.analystcopilot.knowledge.hunt.HuntResult;
import dev.analystcopilot.knowledge.hunt.HuntTimeoutException;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.hunt.HuntStore;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.hunt.HuntReader;
import dev.analystcopilot.triage.hunt.HuntReading;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Hunts over stored alerts.
@RestController
@RequestMapping("/api/v1/hunt")
class HuntController {
    private static final int LONGEST = 2_000;

    private final HuntStore hunts;
    private final HuntReader reader;
    private final ReactiveBridge bridge;
    private final Clock clock;

    HuntController(HuntStore huntStore, HuntReader huntReader, ReactiveBridge storeBridge, Clock clock) {
        this.hunts = huntStore;
        this.reader = huntReader;
        this.bridge = storeBridge;
        this.clock = clock;
    }

    record Asked(@Nullable HuntForm query) {}

    /// @param total how many alerts there are in all, listed or not
    /// @param rows texts in the order of the columns
    record Found(HuntForm query, long total, List<String> columns, List<List<String>> rows) {}

    @PostMapping
    Mono<Found> hunt(@AuthenticationPrincipal Caller caller, @RequestBody Asked asked) {
        HuntQuery query = checked(asked.query());
        return bridge.call(() -> {
            HuntResult found = carriedOut(Scope.analyst(caller.tenant()), query);
            return new Found(HuntForm.of(found.query()), found.total(), found.columns(), found.rows());
        });
    }

    private HuntResult carriedOut(Scope scope, HuntQuery query) {
        try {
            return hunts.hunt(scope, query);
        } catch (HuntTimeoutException e) {
            throw new ApiFailure.BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private static HuntQuery checked(@Nullable HuntForm form) {
        if (form == null) {
            throw new ApiFailure.BadRequest("query says what to look for: {where, from, to, groupBy, limit, offset}");
        }
        try {
            return form.checked();
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest(String.valueOf(e.getMessage()));
        }
    }

    record Text(@Nullable String text) {}

    /// @param understood the query in words, so that whoever asked can tell what was made of the question
    record Understood(HuntForm query, Bilingual understood) {}

    /// No language model has a part in it.
    @PostMapping("/read")
    Mono<Understood> read(@RequestBody Text asked) {
        String text = asked.text() == null ? "" : asked.text().strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new ApiFailure.BadRequest("text says what to look for, in at most " + LONGEST + " characters");
        }
        return Mono.fromSupplier(() -> {
            HuntReading reading = reader.read(text, clock.instant());
            return new Understood(HuntForm.of(reading.query()), reading.understood());
        });
    }
}
