package dev.analystcopilot.api.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.AsyncPromptSpecification;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/// Beginnings of a conversation that use the tools well.
final class McpPrompts {
    private static final int LONGEST_ARGUMENT = 200;

    private McpPrompts() {}

    static List<AsyncPromptSpecification> forAnalysts() {
        return List.of(
                prompt(
                        "explain_case",
                        "What happened, did it succeed, what next",
                        List.of(argument("case_id", "the case, such as case-0a1b2c3d4e5f", true)),
                        given -> """
                                Explain the case %s to a colleague. Read it with get_case first, then look up the alerts \
                                that its steps rest on. Say in this order: what happened, whether it succeeded and on \
                                which alert that rests, who and what is affected, the computed disposition with its \
                                confidence and reasons, what is missing, what to do next. Cite the id of an alert or case \
                                for each statement. Do not state anything that no lookup returned.\
                                """.formatted(given.apply("case_id"))),
                prompt(
                        "handover",
                        "Sum up a shift for the next one",
                        List.of(
                                argument("from", "beginning of the shift, such as 2026-01-24T06:00:00Z", true),
                                argument("to", "its end", true)),
                        given -> """
                                Write the handover for the shift from %s to %s (UTC). Look up the alerts of that time and \
                                the cases they belong to. Name the cases that need a person, the most urgent first, each \
                                with its id, its disposition as computed, and its next step; then what was set aside and \
                                why, in one line. Do not state anything that no lookup returned.\
                                """.formatted(given.apply("from"), given.apply("to"))));
    }

    static List<AsyncPromptSpecification> forStaff() {
        return List.of(prompt(
                "security_question",
                "A question, answered from the company's own documents",
                List.of(argument("question", "what you want to know", true)),
                given -> """
                        Answer this question of an employee from the documents that search_knowledge finds, in the \
                        question's language, emergency steps first, with the document's title as the source. If they do \
                        not answer it, say so and name the security team as the place to ask. The question: %s\
                        """.formatted(given.apply("question"))));
    }

    private static AsyncPromptSpecification prompt(
            String name, String title, List<PromptArgument> arguments, Text text) {
        Prompt form = Prompt.builder(name)
                .title(title)
                .description(title)
                .arguments(arguments)
                .build();
        return new AsyncPromptSpecification(
                form,
                (context, request) -> Mono.fromCallable(() -> {
                    var content = TextContent.builder(text.with(key -> value(request, key)))
                            .build();
                    return GetPromptResult.builder(List.of(
                                    PromptMessage.builder(Role.USER, content).build()))
                            .description(title)
                            .build();
                }));
    }

    private static PromptArgument argument(String name, String description, boolean required) {
        return PromptArgument.builder(name)
                .description(description)
                .required(required)
                .build();
    }

    private static String value(GetPromptRequest request, String key) {
        Map<String, Object> arguments = request.arguments();
        Object value = arguments == null ? null : arguments.get(key);
        String text = value == null ? "" : value.toString().strip();
        return text.length() <= LONGEST_ARGUMENT ? text : text.substring(0, LONGEST_ARGUMENT) + "…";
    }

    /// The words, given what the client filled in.
    private interface Text {
        String with(UnaryOperator<String> given);
    }
}
