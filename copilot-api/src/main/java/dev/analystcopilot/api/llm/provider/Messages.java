package dev.analystcopilot.api.llm.provider;

import dev.analystcopilot.api.llm.Veil;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.List;

/// Our lines as the library's messages, veiled.
final class Messages {
    private Messages() {}

    static List<ChatMessage> of(List<Line> lines, Veil veil) {
        return lines.stream().map(line -> of(line, veil)).toList();
    }

    /// About how many tokens a request is.
    static int tokens(ChatRequest chat) {
        int tokens = 0;
        for (ChatMessage message : chat.messages()) {
            tokens += switch (message) {
                case SystemMessage system -> Usage.tokens(system.text());
                case UserMessage user -> Usage.tokens(user.singleText());
                case ToolExecutionResultMessage result -> Usage.tokens(result.text());
                default -> Usage.tokens(message.toString());
            };
        }
        return tokens;
    }

    private static ChatMessage of(Line line, Veil veil) {
        return switch (line) {
            case Line.System system -> SystemMessage.from(veil.hide(system.text()));
            case Line.User user -> UserMessage.from(veil.hide(user.text()));
            case Line.Model model when model.calls().isEmpty() -> AiMessage.from(veil.hide(model.text()));
            case Line.Model model ->
                AiMessage.builder()
                        .text(model.text().isEmpty() ? null : veil.hide(model.text()))
                        .toolExecutionRequests(model.calls().stream()
                                .map(call -> request(call, veil))
                                .toList())
                        .build();
            case Line.Result result ->
                ToolExecutionResultMessage.from(request(result.call(), veil), veil.hide(result.text()));
        };
    }

    private static ToolExecutionRequest request(Line.Call call, Veil veil) {
        return ToolExecutionRequest.builder()
                .id(call.id())
                .name(call.tool())
                .arguments(veil.hide(call.arguments()))
                .build();
    }
}
