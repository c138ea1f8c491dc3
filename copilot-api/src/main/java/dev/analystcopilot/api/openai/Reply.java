package dev.analystcopilot.api.openai;

import dev.analystcopilot.api.client.PlainAnswer;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.openai.Completion.Choice;
import dev.analystcopilot.api.openai.Completion.Message;
import dev.analystcopilot.api.openai.Completion.Usage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// One answer on its way to a client. One thread at a time.
final class Reply {
    private static final String FINGERPRINT = "fp_analyst_copilot";

    private final String id = "chatcmpl-" + UUID.randomUUID().toString().replace("-", "");
    private final long created;
    private final ChatRequest request;
    private final PlainAnswer answer;
    private final TextLimit limit;
    private final StringBuilder shown = new StringBuilder();

    Reply(ChatRequest request, Inquiry inquiry, Instant now) {
        this.request = request;
        this.answer = new PlainAnswer(inquiry);
        this.limit = new TextLimit(request.most(), request.stops());
        this.created = now.getEpochSecond();
    }

    /// @return what to show next; often nothing
    /// @throws RuntimeException if the answer failed
    String take(ChatEvent event) {
        if (event instanceof ChatEvent.Done) {
            return show(limit.rest() + answer.take(event));
        }
        String text = show(limit.next(answer.take(event)));
        answer.outcome().failed().ifPresent(failed -> {
            throw failure(failed);
        });
        return text;
    }

    /// Whether the client wants no more.
    boolean cut() {
        return limit.end() != TextLimit.End.NOT_YET;
    }

    /// The sources of what was shown, where the text was cut.
    String closing() {
        return cut() && !shown.isEmpty() ? show(answer.closing()) : "";
    }

    Completion whole() {
        return completion("chat.completion", List.of(Choice.whole(shown.toString(), reason())), usage(), facts());
    }

    Completion begin() {
        return chunk(List.of(Choice.piece(new Message("assistant", ""))), null, null);
    }

    Completion piece(String text) {
        return chunk(List.of(Choice.piece(new Message(null, text))), null, null);
    }

    Completion end() {
        return chunk(List.of(Choice.end(reason())), null, facts());
    }

    /// The piece after the last, for clients that asked for it.
    Completion count() {
        return chunk(List.of(), usage(), null);
    }

    private String show(String text) {
        shown.append(text);
        return text;
    }

    private String reason() {
        return limit.end() == TextLimit.End.LENGTH ? "length" : "stop";
    }

    private Usage usage() {
        int prompt = request.said().stream()
                .mapToInt(message -> Tokens.in(message.text()))
                .sum();
        return Usage.of(prompt, Tokens.in(shown.toString()));
    }

    private Facts facts() {
        return Facts.of(answer.outcome(), request.ignored());
    }

    private Completion chunk(List<Choice> choices, @Nullable Usage usage, @Nullable Facts facts) {
        return completion("chat.completion.chunk", choices, usage, facts);
    }

    private Completion completion(String object, List<Choice> choices, @Nullable Usage usage, @Nullable Facts facts) {
        return new Completion(id, object, created, request.model(), FINGERPRINT, choices, usage, facts);
    }

    private static RuntimeException failure(ChatEvent.Failed failed) {
        String detail = failed.title() + ": " + failed.detail();
        return failed.retryable()
                ? new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, detail)
                : new ApiFailure.BadRequest(detail);
    }
}
