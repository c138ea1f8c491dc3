package dev.analystcopilot.api.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.llm.LlmConversation;
import dev.analystcopilot.api.llm.LlmConversation.Speaker;
import dev.analystcopilot.api.llm.LlmConversation.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTest {

    @Test
    void comesBackAsItWas() {
        var conversation = new LlmConversation(
                "demo", "rules", List.of(new Turn(Speaker.USER, "证据 evidence ".repeat(1_000))), List.of());
        var kept = new Kept(conversation);

        kept.pack();
        kept.pack();

        assertThat(kept.conversation()).isEqualTo(conversation);
        assertThat(kept.conversation()).isEqualTo(conversation);
    }
}
