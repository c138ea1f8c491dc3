package dev.analystcopilot.api.llm.agent;

import dev.analystcopilot.api.llm.LlmConversation;
import dev.analystcopilot.api.llm.LlmConversation.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The conversation that an answer is made for. Its last turn, which holds all the evidence, is packed while nobody
/// needs it: once the model speaks, it rarely is needed again.
final class Kept {
    private @Nullable LlmConversation whole;
    private final LlmConversation without;
    private @Nullable Packed last;

    Kept(LlmConversation conversation) {
        this.whole = conversation;
        this.without = with(conversation, "");
    }

    /// All but the words of the last turn.
    LlmConversation outline() {
        return without;
    }

    synchronized LlmConversation conversation() {
        LlmConversation here = whole;
        if (here != null) {
            return here;
        }
        Packed packed = last;
        LlmConversation unpacked = with(without, packed == null ? "" : packed.text());
        whole = unpacked;
        return unpacked;
    }

    synchronized void pack() {
        LlmConversation here = whole;
        if (here == null) {
            return;
        }
        if (last == null) {
            last = new Packed(here.turns().getLast().text());
        }
        whole = null;
    }

    private static LlmConversation with(LlmConversation conversation, String text) {
        List<Turn> turns = new ArrayList<>(conversation.turns());
        turns.set(turns.size() - 1, new Turn(turns.getLast().speaker(), text));
        return new LlmConversation(conversation.tenant(), conversation.system(), turns, conversation.tools());
    }
}
