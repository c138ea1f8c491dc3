package dev.analystcopilot.api.chat;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.text.Language;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Conversations over HTTP; answers stream as server-sent events.
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationController {
    private static final int LONGEST_QUESTION = 4_000;

    private final Conversations conversations;
    private final AnswerService answers;
    private final ReactiveBridge bridge;

    ConversationController(Conversations conversations, AnswerService answers, ReactiveBridge storeBridge) {
        this.conversations = conversations;
        this.answers = answers;
        this.bridge = storeBridge;
    }

    @PostMapping
    Mono<ResponseEntity<ConversationView.Created>> create(
            @AuthenticationPrincipal Caller caller, @RequestBody CreateRequest request) {
        return bridge.call(() -> conversations.create(caller, request.caseId(), request.lang()))
                .map(id -> ResponseEntity.created(URI.create("/api/v1/conversations/" + id))
                        .body(new ConversationView.Created(id)));
    }

    @GetMapping
    Mono<List<ConversationView.Summary>> list(@AuthenticationPrincipal Caller caller) {
        return bridge.call(() -> conversations.list(caller));
    }

    @GetMapping("/{id}")
    Mono<ConversationView> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return bridge.call(() -> conversations.one(caller, id));
    }

    @PostMapping(value = "/{id}/messages", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<ChatEvent>>>> ask(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestBody AskRequest request) {
        String text = request.text() == null ? "" : request.text().strip();
        if (text.isEmpty() || text.length() > LONGEST_QUESTION) {
            throw new ApiFailure.BadRequest("'text' takes a question of 1 to " + LONGEST_QUESTION + " characters");
        }
        Mono<Inquiry> asked = bridge.call(() -> conversations.ask(caller, id, text, request.caseId(), request.lang()));
        var events = Flux.defer(() -> answer(caller, id, asked, Conversations.guessed(text, request.lang())))
                .map(ConversationController::event);
        // The answer begins at once where nobody has to look whether there is such a conversation.
        Mono<Void> there =
                conversations.knows(caller, id) ? Mono.empty() : bridge.run(() -> conversations.look(caller, id));
        return there.then(Mono.fromSupplier(() -> ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(events)));
    }

    /// What stands beside the words is kept as it is sent; the answer is kept when all of it was.
    private Flux<ChatEvent> answer(Caller caller, String id, Mono<Inquiry> asked, Language language) {
        List<ChatEvent> beside = new CopyOnWriteArrayList<>();
        return answers.answer(asked, language, transcript -> conversations.keep(caller, id, transcript, beside))
                .doOnNext(event -> {
                    if (isKept(event)) {
                        beside.add(event);
                    }
                });
    }

    /// What cannot be read again elsewhere, and belongs to this answer: not the chain, which is the case's, nor what
    /// waits for a person's decision, which may have been taken since.
    private static boolean isKept(ChatEvent event) {
        return switch (event) {
            case ChatEvent.Struck ignored -> true;
            case ChatEvent.Opinion ignored -> true;
            case ChatEvent.Disposition ignored -> true;
            case ChatEvent.Finding ignored -> true;
            case ChatEvent.Hunt ignored -> true;
            case ChatEvent.Status ignored -> false;
            case ChatEvent.Citation ignored -> false;
            case ChatEvent.Token ignored -> false;
            case ChatEvent.Tool ignored -> false;
            case ChatEvent.Chain ignored -> false;
            case ChatEvent.Action ignored -> false;
            case ChatEvent.Proposal ignored -> false;
            case ChatEvent.Confirm ignored -> false;
            case ChatEvent.Done ignored -> false;
            case ChatEvent.Failed ignored -> false;
        };
    }

    private static ServerSentEvent<ChatEvent> event(ChatEvent event) {
        return ServerSentEvent.builder(event).event(event.type()).build();
    }

    record CreateRequest(@Nullable String caseId, @Nullable String lang) {}

    /// @param lang `en`, `zh`, or `auto` for the question's own
    record AskRequest(
            @Nullable String text,
            @Nullable String caseId,
            @Nullable String lang) {}
}
