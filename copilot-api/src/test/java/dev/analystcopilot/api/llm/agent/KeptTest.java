package dev.analystcopilot.api.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.llm.LlmConversation;
import dev.analystcopilot.api.llm.LlmConversation.Speaker;
import dev.analystcopilot.api.llm.LlmConversation.Turn;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {
    private final AtomicInteger composed = new AtomicInteger();
    private final Kept kept = new Kept(() -> {
        composed.incrementAndGet();
        return conversation();
    });

    private static LlmConversation conversation() {
        return new LlmConversation("demo", "rules", List.of(new Turn(Speaker.USER, "证据 evidence")), List.of());
    }

    @Test
    void isComposedOnceWhileItIsNeeded() {
        assertThat(kept.conversation()).isSameAs(kept.conversation());
        assertThat(composed).hasValue(1);
    }

    @Test
    void comesBackAsItWas() {
        kept.letGo();
        kept.letGo();

        assertThat(kept.conversation()).isEqualTo(conversation());
        assertThat(composed).hasValue(2);
    }
}
