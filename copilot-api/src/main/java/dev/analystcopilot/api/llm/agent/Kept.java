package dev.analystcopilot.api.llm.agent;

import dev.analystcopilot.api.llm.LlmConversation;
import dev.analystcopilot.api.llm.LlmTool;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The conversation that an answer is made for, with all the evidence in its last turn. It is let go once the model
/// speaks: then it is rarely needed again, and composed anew if it is.
final class Kept {
    private final Supplier<LlmConversation> composed;
    private final List<LlmTool> tools;
    private @Nullable LlmConversation whole;

    Kept(Supplier<LlmConversation> composed) {
        this.composed = composed;
        LlmConversation first = composed.get();
        this.tools = first.tools();
        this.whole = first;
    }

    List<LlmTool> tools() {
        return tools;
    }

    synchronized LlmConversation conversation() {
        LlmConversation here = whole;
        if (here == null) {
            here = composed.get();
            whole = here;
        }
        return here;
    }

    synchronized void letGo() {
        whole = null;
    }
}
