package dev.analystcopilot.api.llm.provider;

import dev.analystcopilot.api.llm.LlmFailure;
import dev.analystcopilot.api.llm.LlmFailure.Kind;
import dev.analystcopilot.api.llm.LlmSettings;
import dev.analystcopilot.api.llm.Veil;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/// One request to the model and its streamed response.
final class Round {
    private final LlmSettings settings;
    private final Wire wire;

    Round(LlmSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
    }

    /// Streams the pieces, [Piece.End] last. Nothing is sent before somebody listens.
    Flux<Piece> stream(Request given) {
        // Whoever waits for the pieces holds on to this.
        var once = new AtomicReference<@Nullable Request>(given);
        return Flux.<Piece>create(
                sink -> {
                    Request request = once.getAndSet(null);
                    if (request == null) {
                        sink.error(new IllegalStateException("a request is sent once"));
                        return;
                    }
                    var texts = new LongTexts();
                    ChatRequest chat = chat(request, texts);
                    int asked = request.lines().stream().mapToInt(Line::tokens).sum();
                    var handler = new Handler(sink, request.veil(), asked);
                    var http = new StreamingHttp(wire.client(), texts, handler::onPartialResponse);
                    sink.onDispose(http);
                    model(http).chat(chat, handler);
                    // Who asks for an answer takes it as it comes: a queue here would be one more for each stream.
                },
                FluxSink.OverflowStrategy.ERROR);
    }

    private OpenAiStreamingChatModel model(StreamingHttp http) {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey())
                .modelName(settings.model())
                .temperature(0.0)
                .build();
    }

    private static ChatRequest chat(Request request, LongTexts texts) {
        if (!request.tools().isEmpty()) {
            texts.tools(ToolSpecs.json(request.tools()));
        }
        return ChatRequest.builder()
                .messages(new Messages(request.veil(), texts).of(request.lines()))
                .build();
    }

    /// Keeps nothing of the request but its veil: a stream lives long, and prompts are big.
    private static final class Handler implements StreamingChatResponseHandler {
        private final FluxSink<Piece> sink;
        private final Unveiled words;
        /// All that was said, as it came.
        private final StringBuilder all = new StringBuilder(0);
        private final Veil veil;
        private final int asked;

        Handler(FluxSink<Piece> sink, Veil veil, int asked) {
            this.sink = sink;
            this.words = new Unveiled(veil);
            this.veil = veil;
            this.asked = asked;
        }

        @Override
        public void onPartialResponse(String piece) {
            all.append(piece);
            say(words.next(piece));
        }

        @Override
        public void onPartialThinking(PartialThinking thinking) {
            sink.next(new Piece.Working());
        }

        @Override
        public void onPartialToolCall(PartialToolCall call) {
            sink.next(new Piece.Working());
        }

        @Override
        public void onCompleteToolCall(CompleteToolCall call) {
            sink.next(new Piece.Working());
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            String text = all.toString();
            Kind flaw = flawOf(response, text);
            if (flaw != null) {
                sink.error(new LlmFailure(flaw, null));
                return;
            }
            say(words.end());
            AiMessage message = response.aiMessage();
            List<Line.Call> calls = message.hasToolExecutionRequests()
                    ? message.toolExecutionRequests().stream()
                            .map(call -> new Line.Call(
                                    Objects.requireNonNullElse(call.id(), "call"),
                                    call.name(),
                                    veil.restore(Objects.requireNonNullElse(call.arguments(), ""))))
                            .toList()
                    : List.of();
            sink.next(new Piece.End(veil.restore(text), calls, usage(response.tokenUsage(), text, calls)));
            sink.complete();
        }

        private Usage usage(@Nullable TokenUsage told, String text, List<Line.Call> calls) {
            int out = Usage.tokens(text)
                    + calls.stream()
                            .mapToInt(call -> Usage.tokens(call.arguments()))
                            .sum();
            if (told == null) {
                return new Usage(asked, out);
            }
            return new Usage(
                    Objects.requireNonNullElse(told.inputTokenCount(), asked),
                    Objects.requireNonNullElse(told.outputTokenCount(), out));
        }

        private void say(String text) {
            // Held back for the end of a pseudonym, it is a sign of life all the same.
            sink.next(text.isEmpty() ? new Piece.Working() : new Piece.Text(text));
        }

        /// The library takes the end of the connection for the end of the answer; the protocol's own end is a finish
        /// reason.
        private static @Nullable Kind flawOf(ChatResponse response, String text) {
            if (response.finishReason() == null) {
                return Kind.CUT;
            }
            return text.isBlank() && !response.aiMessage().hasToolExecutionRequests() ? Kind.EMPTY : null;
        }

        @Override
        public void onError(Throwable error) {
            sink.error(Failures.of(error));
        }
    }
}
