package dev.analystcopilot.api.mcp;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.inquiry.SideEvents;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.api.tool.ToolBox;
import dev.analystcopilot.knowledge.text.LanguageDetector;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Makes a lookup for whoever sent this very request. What goes wrong is a result that says so: the model behind the
/// client can mend its arguments.
@Component
class ToolCalls {
    private static final Logger LOG = LoggerFactory.getLogger(ToolCalls.class);

    private final ToolBox toolBox;
    private final JsonMapper json;
    private final LanguageDetector detector = new LanguageDetector();

    ToolCalls(ToolBox toolBox, JsonMapper json) {
        this.toolBox = toolBox;
        this.json = json;
    }

    static List<LlmTool> tools(ToolBox toolBox, Inquiry inquiry, EvidenceBook book, SideEvents side) {
        return inquiry.caller().seesAlerts() ? toolBox.readTools(inquiry, book, side) : toolBox.forStaff(inquiry, book);
    }

    /// Blocks; the caller of it sees to that.
    Mono<CallToolResult> call(McpTransportContext context, CallToolRequest request) {
        return Mono.fromCallable(() -> {
            if (!(context.get(McpDesks.CALLER) instanceof Caller caller)) {
                throw new IllegalStateException("a call without a caller");
            }
            return result(caller, request.name(), texts(request.arguments()));
        });
    }

    private CallToolResult result(Caller caller, String name, Map<String, String> arguments) {
        var book = new EvidenceBook();
        var side = new SideEvents();
        var inquiry = new Inquiry(
                caller, "", Optional.empty(), detector.detect(String.join(" ", arguments.values())), List.of());
        try {
            LlmTool tool = tools(toolBox, inquiry, book, side).stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no tool " + name + " for you"));
            return found(tool.call(arguments), book, side);
        } catch (IllegalArgumentException | ApiFailure e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("The lookup {} failed", name, e);
            return failed("the lookup failed in the service; its log says why");
        }
    }

    private CallToolResult found(LlmTool.Answer answer, EvidenceBook book, SideEvents side) {
        Map<String, Object> structured = new LinkedHashMap<>();
        structured.put("summary", answer.summary());
        structured.put("data", answer.forModel());
        structured.put(
                "evidence", book.items().stream().map(ToolCalls::evidence).toList());
        structured.put(
                "tables",
                side.drain().stream()
                        .filter(ChatEvent.Hunt.class::isInstance)
                        .map(event -> json.convertValue(event, Map.class))
                        .toList());
        return CallToolResult.builder()
                .addTextContent(answer.summary() + "\n\n" + answer.forModel())
                .structuredContent(structured)
                .isError(false)
                .build();
    }

    private static CallToolResult failed(String why) {
        return CallToolResult.builder().addTextContent(why).isError(true).build();
    }

    private static Map<String, Object> evidence(EvidenceItem item) {
        return Map.of("n", item.n(), "kind", item.kind().wireName(), "id", item.id(), "label", item.label());
    }

    private static Map<String, String> texts(Map<String, Object> arguments) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (arguments != null) {
            arguments.forEach((name, value) -> {
                if (value != null) {
                    texts.put(name, value.toString());
                }
            });
        }
        return texts;
    }
}
