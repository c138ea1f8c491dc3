package dev.analystcopilot.api.openai;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.chat.AnswerService;
import dev.analystcopilot.api.client.Turnstile;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// OpenAI's protocol over HTTP. Who may ask what is decided by the token, never by the request.
@RestController
@RequestMapping("/v1")
class OpenAiController {
    private static final Logger LOG = LoggerFactory.getLogger(OpenAiController.class);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);
    /// When these names were given; clients want a number.
    private static final long SINCE = 1_795_000_000;

    private final AnswerService answers;
    private final Turnstile turnstile;
    private final ReactiveBridge bridge;
    private final JsonMapper json;
    private final Clock clock;
    private final Inquiries inquiries = new Inquiries();

    OpenAiController(
            AnswerService answers, Turnstile turnstile, ReactiveBridge chatBridge, JsonMapper json, Clock clock) {
        this.answers = answers;
        this.turnstile = turnstile;
        this.bridge = chatBridge;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/models")
    Map<String, Object> models(@AuthenticationPrincipal Caller caller) {
        return Map.of(
                "object",
                "list",
                "data",
                Model.of(caller).stream().map(OpenAiController::card).toList());
    }

    @GetMapping("/models/{id}")
    Map<String, Object> model(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return card(Model.of(caller, id));
    }

    @PostMapping("/chat/completions")
    Mono<ResponseEntity<Object>> complete(@AuthenticationPrincipal Caller caller, @RequestBody JsonNode body) {
        ChatRequest request = RequestReader.read(body);
        Caller asker = Model.of(caller, request.model()).narrowed(caller);
        return bridge.call(() -> inquiries.of(request, asker)).flatMap(inquiry -> {
            var reply = new Reply(request, inquiry, clock.instant());
            return request.stream() ? Mono.just(streamed(request, inquiry, reply)) : whole(inquiry, reply);
        });
    }

    private Mono<ResponseEntity<Object>> whole(Inquiry inquiry, Reply reply) {
        return turnstile
                .through(inquiry.caller(), texts(inquiry, reply))
                .then(Mono.fromCallable(reply::whole))
                .map(completion -> ResponseEntity.ok()
                        .header("Cache-Control", "no-store")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(completion));
    }

    private ResponseEntity<Object> streamed(ChatRequest request, Inquiry inquiry, Reply reply) {
        Flux<Completion> end =
                Flux.defer(() -> request.usage() ? Flux.just(reply.end(), reply.count()) : Flux.just(reply.end()));
        Flux<Completion> chunks = Flux.concat(
                Mono.fromCallable(reply::begin), texts(inquiry, reply).map(reply::piece), end);
        Flux<String> lines = turnstile
                .through(inquiry.caller(), chunks.map(json::writeValueAsString))
                .onErrorResume(error -> !(error instanceof ApiFailure.TooManyAttempts), this::failure)
                .concatWithValues("[DONE]");
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .body(keptAlive(lines.map(line -> ServerSentEvent.builder(line).build())));
    }

    private Flux<String> texts(Inquiry inquiry, Reply reply) {
        Flux<ChatEvent> events = answers.answer(inquiry, transcript -> {});
        return events.map(reply::take)
                .takeUntil(text -> reply.cut())
                .concatWith(Mono.fromCallable(reply::closing))
                .filter(text -> !text.isEmpty());
    }

    /// After the first piece there is no status left to give: the error comes as the last piece.
    private Flux<String> failure(Throwable error) {
        return switch (error) {
            case ApiFailure failure -> problem(String.valueOf(failure.getMessage()), "invalid_request_error");
            case ResponseStatusException status -> problem(String.valueOf(status.getReason()), "server_error");
            default -> {
                LOG.error("An answer failed", error);
                yield problem("Something went wrong in the service; its log says what.", "server_error");
            }
        };
    }

    private Flux<String> problem(String message, String type) {
        return Flux.just(json.writeValueAsString(Map.of("error", Map.of("message", message, "type", type))));
    }

    private static Flux<ServerSentEvent<String>> keptAlive(Flux<ServerSentEvent<String>> events) {
        var alive = ServerSentEvent.<String>builder().comment("still here").build();
        return events.publish(shared ->
                Flux.merge(shared, Flux.interval(KEEP_ALIVE).map(tick -> alive).takeUntilOther(shared.then())));
    }

    private static Map<String, Object> card(Model model) {
        return Map.of("id", model.id(), "object", "model", "created", SINCE, "owned_by", "analyst-copilot");
    }
}
