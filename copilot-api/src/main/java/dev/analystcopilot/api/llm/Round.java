package dev.analystcopilot.api.llm;

import dev.analystcopilot.api.llm.LlmFailure.Kind;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/// One request to the model and its streamed response.
final class Round {
    private final LlmSettings settings;
    private final HttpClient shared;
    private final LlmConversation conversation;
    private final List<ChatMessage> messages;
    private final Veil veil;

    Round(
            LlmSettings settings,
            HttpClient shared,
            LlmConversation conversation,
            List<ChatMessage> messages,
            Veil veil) {
        this.settings = settings;
        this.shared = shared;
        this.conversation = conversation;
        this.messages = List.copyOf(messages);
        this.veil = veil;
    }

    /// Streams the pieces; hands the complete message to `whenDone` just before the stream ends.
    Flux<LlmEvent> stream(Consumer<AiMessage> whenDone) {
        return Flux.create(sink -> {
            var http = new ClosableHttp(shared);
            sink.onDispose(http::close);
            model(http).chat(request(), new Handler(sink, whenDone, new Unveiled(veil)));
        });
    }

    private OpenAiStreamingChatModel model(ClosableHttp http) {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey())
                .modelName(settings.model())
                .temperature(0.0)
                .build();
    }

    private ChatRequest request() {
        var request = ChatRequest.builder().messages(messages);
        if (!conversation.tools().isEmpty()) {
            request.toolSpecifications(ToolSpecs.of(conversation.tools()));
        }
        return request.build();
    }

    private record Handler(FluxSink<LlmEvent> sink, Consumer<AiMessage> whenDone, Unveiled words)
            implements StreamingChatResponseHandler {

        @Override
        public void onPartialResponse(String piece) {
            say(words.next(piece));
        }

        @Override
        public void onPartialThinking(PartialThinking thinking) {
            sink.next(new LlmEvent.Working());
        }

        @Override
        public void onPartialToolCall(PartialToolCall call) {
            sink.next(new LlmEvent.Working());
        }

        @Override
        public void onCompleteToolCall(CompleteToolCall call) {
            sink.next(new LlmEvent.Working());
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            Kind flaw = flawOf(response);
            if (flaw != null) {
                sink.error(new LlmFailure(flaw, null));
                return;
            }
            say(words.end());
            whenDone.accept(response.aiMessage());
            sink.complete();
        }

        private void say(String text) {
            // Held back for the end of a pseudonym, it is a sign of life all the same.
            sink.next(text.isEmpty() ? new LlmEvent.Working() : new LlmEvent.Text(text));
        }

        /// The library takes the end of the connection for the end of the answer; the protocol's own end is a finish
        /// reason.
        private static @Nullable Kind flawOf(ChatResponse response) {
            if (response.finishReason() == null) {
                return Kind.CUT;
            }
            AiMessage message = response.aiMessage();
            boolean hasText = message.text() != null && !message.text().isBlank();
            return hasText || message.hasToolExecutionRequests() ? null : Kind.EMPTY;
        }

        @Override
        public void onError(Throwable error) {
            sink.error(Failures.of(error));
        }
    }
}
