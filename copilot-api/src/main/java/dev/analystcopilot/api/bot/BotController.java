package dev.analystcopilot.api.bot;

import dev.analystcopilot.api.bot.platform.Call;
import dev.analystcopilot.api.bot.platform.Heard.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Where chat platforms deliver what people say to the bot. Open to strangers, for platforms cannot sign in: each
/// request proves itself by its signature. A bot that is not set up is not there.
@RestController
@RequestMapping("/api/v1/bots")
class BotController {
    private final Bots bots;

    BotController(Bots bots) {
        this.bots = bots;
    }

    @PostMapping("/{id}")
    Mono<ResponseEntity<String>> event(
            @PathVariable String id, ServerHttpRequest request, @RequestBody(required = false) @Nullable String body) {
        return hear(id, request, body == null ? "" : body);
    }

    /// Some platforms verify the address this way.
    @GetMapping("/{id}")
    Mono<ResponseEntity<String>> verification(@PathVariable String id, ServerHttpRequest request) {
        return hear(id, request, "");
    }

    private Mono<ResponseEntity<String>> hear(String id, ServerHttpRequest request, String body) {
        return bots.hear(id, new Call(request.getHeaders(), request.getQueryParams(), body))
                .map(BotController::response);
    }

    private static ResponseEntity<String> response(Said said) {
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .contentType(said.type())
                .body(said.body());
    }
}
