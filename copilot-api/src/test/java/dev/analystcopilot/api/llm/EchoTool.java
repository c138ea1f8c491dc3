package dev.analystcopilot.api.llm;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Says back which case was asked for, at any length.
final class EchoTool implements LlmTool {
    final AtomicInteger calls = new AtomicInteger();
    private final int blocks;

    EchoTool(int blocks) {
        this.blocks = blocks;
    }

    @Override
    public String name() {
        return "get_case";
    }

    @Override
    public String description() {
        return "a case";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("id", "its id", true));
    }

    @Override
    public Answer call(Map<String, String> arguments) {
        calls.incrementAndGet();
        String id = arguments.get("id");
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= blocks; i++) {
            text.append("<evidence n=\"%d\">\ncase %s, part %d\n</evidence>\n".formatted(i, id, i));
        }
        return new Answer(text.toString(), "looked up " + id);
    }
}
