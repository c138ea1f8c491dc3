package dev.analystcopilot.api.bot;

import dev.analystcopilot.api.bot.platform.Question;
import dev.analystcopilot.api.chat.Transcript;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.llm.LlmConversation.Speaker;
import dev.analystcopilot.api.llm.LlmConversation.Turn;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.ConversationStore;
import dev.analystcopilot.knowledge.postgres.ConversationStore.Message;
import dev.analystcopilot.knowledge.postgres.ConversationStore.Role;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.bot.BotStore;
import dev.analystcopilot.knowledge.text.LanguageDetector;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// The conversations of threads, so that a follow-up is understood. May block.
public final class Threads {
    private static final int TURNS_REMEMBERED = 6;
    private static final int LONGEST_QUESTION = 4_000;

    private final ConversationStore conversations;
    private final BotStore bots;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();
    private final LanguageDetector detector = new LanguageDetector();

    public Threads(Database database, Clock clock) {
        this.conversations = database.conversations();
        this.bots = new BotStore(database);
        this.clock = clock;
    }

    /// A question in its conversation.
    ///
    /// @param owner whom the conversation belongs to: the thread, for all who read along
    record Talk(Inquiry inquiry, String conversation, String owner) {}

    boolean isFirst(String platform, String tenant, Question question) {
        return bots.first(Scope.analyst(tenant), platform, question.event(), clock.instant());
    }

    /// Writes the question down.
    Talk ask(String platform, Caller caller, Question question) {
        String text = cut(question.text());
        String owner = "bot:" + platform + ":" + question.thread();
        var bare = new Inquiry(caller, text, Optional.empty(), detector.detect(text), List.of());
        Scope scope = bare.scope();
        String id = bots.conversation(scope, platform, question.thread(), clock.instant())
                .orElseGet(() -> create(scope, owner, bare));
        bots.keep(scope, platform, question.thread(), id, clock.instant());
        List<Turn> before = conversations.messages(scope, owner, id).stream()
                .map(Threads::turn)
                .toList();
        var _ = conversations.append(scope, owner, id, Role.USER, text, "[]", "");
        var inquiry = new Inquiry(
                caller,
                text,
                Optional.empty(),
                bare.language(),
                before.subList(Math.max(0, before.size() - TURNS_REMEMBERED), before.size()));
        return new Talk(inquiry, id, owner);
    }

    void keep(Talk talk, Transcript transcript) {
        var _ = conversations.append(
                talk.inquiry().scope(),
                talk.owner(),
                talk.conversation(),
                Role.ASSISTANT,
                transcript.text(),
                json.writeValueAsString(transcript.citations()),
                transcript.tier());
    }

    private String create(Scope scope, String owner, Inquiry first) {
        return conversations
                .create(scope, UUID.randomUUID().toString(), owner, Optional.empty(), first.language())
                .id();
    }

    private static Turn turn(Message message) {
        return new Turn(message.role() == Role.USER ? Speaker.USER : Speaker.ASSISTANT, message.text());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_QUESTION ? text : text.substring(0, LONGEST_QUESTION);
    }
}
