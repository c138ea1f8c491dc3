package dev.analystcopilot.api.llm.provider;

import dev.analystcopilot.api.llm.Veil;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;

/// Our lines as the library's messages, veiled.
final class Messages {
    private final Veil veil;
    private final LongTexts texts;

    Messages(Veil veil, LongTexts texts) {
        this.veil = veil;
        this.texts = texts;
    }

    List<ChatMessage> of(List<Line> lines) {
        return lines.stream().map(this::of).toList();
    }

    private ChatMessage of(Line line) {
        return switch (line) {
            case Line.System system -> SystemMessage.from(hidden(system.text()));
            case Line.User user -> UserMessage.from(hidden(user.text()));
            case Line.Model model when model.calls().isEmpty() -> AiMessage.from(hidden(model.text()));
            case Line.Model model ->
                AiMessage.builder()
                        .text(model.text().isEmpty() ? null : hidden(model.text()))
                        .toolExecutionRequests(
                                model.calls().stream().map(this::request).toList())
                        .build();
            case Line.Result result -> ToolExecutionResultMessage.from(request(result.call()), hidden(result.text()));
        };
    }

    private String hidden(String text) {
        return texts.shortened(veil.hide(text));
    }

    private ToolExecutionRequest request(Line.Call call) {
        return ToolExecutionRequest.builder()
                .id(call.id())
                .name(call.tool())
                .arguments(veil.hide(call.arguments()))
                .build();
    }
}
