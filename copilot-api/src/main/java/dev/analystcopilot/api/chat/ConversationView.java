package dev.analystcopilot.api.chat;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.analystcopilot.knowledge.postgres.ConversationStore.Conversation;
import dev.analystcopilot.knowledge.postgres.ConversationStore.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation with what was said.
///
/// @param caseId the case it began at; null if none
record ConversationView(String id, @Nullable String caseId, String title, List<MessageView> messages) {

    static ConversationView of(Conversation conversation, List<Message> messages) {
        return new ConversationView(
                conversation.id(),
                conversation.caseId().orElse(null),
                conversation.title(),
                messages.stream().map(MessageView::of).toList());
    }

    record Created(String id) {}

    /// @param at when something was last said in it
    record Summary(String id, @Nullable String caseId, String title, Instant at) {
        static Summary of(Conversation conversation) {
            return new Summary(
                    conversation.id(),
                    conversation.caseId().orElse(null),
                    conversation.title(),
                    conversation.updatedAt());
        }
    }

    /// @param citations JSON array of the evidence, as it was streamed
    /// @param tier who found the words: `llm` or `narrator`; empty for a person
    /// @param beside JSON array of the events that stood beside the words, `{"type", "data"}` each
    /// @param verified how many sentences were borne out, likewise `unproven` and `struck`, as in the event `done`
    record MessageView(
            String role,
            String text,
            @JsonRawValue String citations,
            String tier,
            String provider,
            int verified,
            int unproven,
            int struck,
            @JsonRawValue String beside,
            Instant at) {
        static MessageView of(Message message) {
            String citations = message.citations().isBlank() ? "[]" : message.citations();
            return new MessageView(
                    message.role().wireName(),
                    message.text(),
                    citations,
                    message.tier(),
                    message.checked().provider(),
                    message.checked().verified(),
                    message.checked().unproven(),
                    message.checked().struck(),
                    message.checked().beside(),
                    message.at());
        }
    }
}
