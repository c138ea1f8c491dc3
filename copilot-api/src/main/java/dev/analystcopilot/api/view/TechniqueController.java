package dev.analystcopilot.api.view;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.technique.TechniqueMapper;
import dev.analystcopilot.knowledge.technique.TechniqueMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Which techniques a text describes.
@RestController
class TechniqueController {
    private static final int DEFAULT_TOP = 10;
    private static final int LONGEST = 8_000;

    private final TechniqueMapper mapper;
    private final ReactiveBridge bridge;

    TechniqueController(TechniqueMapper mapper, ReactiveBridge storeBridge) {
        this.mapper = mapper;
        this.bridge = storeBridge;
    }

    /// @param items the likeliest first
    record Suggested(List<TechniqueMatch> items) {}

    @GetMapping("/api/v1/techniques/suggest")
    Mono<Suggested> suggest(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String text,
            @RequestParam @Nullable Integer top) {
        return suggested(caller, text, top);
    }

    /// @param text may be longer than an address can hold
    record Asked(@Nullable String text, @Nullable Integer top) {}

    @PostMapping("/api/v1/techniques/suggest")
    Mono<Suggested> suggest(@AuthenticationPrincipal Caller caller, @RequestBody Asked asked) {
        return suggested(caller, asked.text(), asked.top());
    }

    private Mono<Suggested> suggested(Caller caller, @Nullable String text, @Nullable Integer top) {
        String asked = Filters.text(text).orElseThrow(() -> new ApiFailure.BadRequest("text says what was done"));
        if (asked.length() > LONGEST) {
            throw new ApiFailure.BadRequest("text has at most " + LONGEST + " characters");
        }
        int wanted = top == null ? DEFAULT_TOP : top;
        if (wanted < 1 || wanted > TechniqueMapper.MAX_TOP) {
            throw new ApiFailure.BadRequest("top must be 1 to " + TechniqueMapper.MAX_TOP);
        }
        return bridge.call(() -> new Suggested(mapper.map(Scope.analyst(caller.tenant()), asked, wanted)));
    }
}
