package dev.analystcopilot.api.chat;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.llm.LlmConversation.Speaker;
import dev.analystcopilot.api.llm.LlmConversation.Turn;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.ConversationStore;
import dev.analystcopilot.knowledge.postgres.ConversationStore.Checked;
import dev.analystcopilot.knowledge.postgres.ConversationStore.Message;
import dev.analystcopilot.knowledge.postgres.ConversationStore.Role;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.LanguageDetector;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps conversations. Everyone sees their own only. May block.
@Component
class Conversations {
    private static final int LISTED = 100;
    /// What the language model is told of before; more would crowd out the evidence.
    private static final int TURNS_REMEMBERED = 6;

    private final ConversationStore store;
    private final JsonMapper json;
    private final LanguageDetector detector = new LanguageDetector();
    private final Set<Known> known = Collections.newSetFromMap(Collections.synchronizedMap(new Latest<>()));

    Conversations(Database database, JsonMapper json) {
        this.store = database.conversations();
        this.json = json;
    }

    String create(Caller caller, @Nullable String caseId, @Nullable String lang) {
        String id = UUID.randomUUID().toString();
        Optional<String> about = Optional.ofNullable(caseId).filter(text -> caller.seesAlerts() && !text.isBlank());
        Language language = asked(lang).orElse(Language.EN);
        String created =
                store.create(scope(caller), id, caller.login(), about, language).id();
        known.add(new Known(scope(caller), caller.login(), created));
        return created;
    }

    /// Whether it is certain, without a look into the store, that this conversation is the caller's. Does not block.
    boolean knows(Caller caller, String id) {
        return known.contains(new Known(scope(caller), caller.login(), id));
    }

    /// @throws ApiFailure.NotFound if the caller has no such conversation
    void look(Caller caller, String id) {
        if (store.find(scope(caller), caller.login(), id).isEmpty()) {
            throw missing();
        }
        known.add(new Known(scope(caller), caller.login(), id));
    }

    List<ConversationView.Summary> list(Caller caller) {
        return store.list(scope(caller), caller.login(), LISTED).stream()
                .map(ConversationView.Summary::of)
                .toList();
    }

    ConversationView one(Caller caller, String id) {
        return store.find(scope(caller), caller.login(), id)
                .map(found -> ConversationView.of(found, store.messages(scope(caller), caller.login(), id)))
                .orElseThrow(Conversations::missing);
    }

    /// Which language an answer will be in, as far as can be told at a glance.
    ///
    /// @throws ApiFailure.BadRequest if `lang` is no language's code
    static Language guessed(String text, @Nullable String lang) {
        return asked(lang)
                .orElseGet(() -> text.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH : Language.EN);
    }

    /// Writes the question down and gathers what is around it.
    Inquiry ask(Caller caller, String id, String text, @Nullable String caseId, @Nullable String lang) {
        var conversation = store.find(scope(caller), caller.login(), id).orElseThrow(Conversations::missing);
        List<Turn> before = store.messages(scope(caller), caller.login(), id).stream()
                .map(Conversations::turn)
                .flatMap(Optional::stream)
                .toList();
        var _ = store.append(scope(caller), caller.login(), id, Role.USER, text, "[]", "");
        return new Inquiry(
                caller,
                text,
                Optional.ofNullable(caseId).filter(given -> !given.isBlank()).or(conversation::caseId),
                asked(lang).orElseGet(() -> detector.detect(text)),
                before.subList(Math.max(0, before.size() - TURNS_REMEMBERED), before.size()));
    }

    /// @param beside what stood beside the answer's words
    void keep(Caller caller, String id, Transcript transcript, List<ChatEvent> beside) {
        var _ = store.append(
                scope(caller),
                caller.login(),
                id,
                Role.ASSISTANT,
                transcript.text(),
                json.writeValueAsString(transcript.citations()),
                transcript.tier(),
                new Checked(
                        transcript.provider(),
                        transcript.tally().verified(),
                        transcript.tally().unproven(),
                        transcript.tally().struck(),
                        Optional.of(transcript.recalled()),
                        json.writeValueAsString(beside.stream().map(Beside::of).toList())));
    }

    /// As in the stream: the event's name and its data.
    private record Beside(String type, ChatEvent data) {
        static Beside of(ChatEvent event) {
            return new Beside(event.type(), event);
        }
    }

    private record Known(Scope scope, String login, String id) {}

    private static final class Latest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;
        private static final int KEPT = 10_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    }

    /// Of an earlier answer a model is told what was borne out, lest it takes its own inventions for evidence.
    private static Optional<Turn> turn(Message message) {
        String text = message.checked().recalled().orElse(message.text()).strip();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Turn(message.role() == Role.USER ? Speaker.USER : Speaker.ASSISTANT, text));
    }

    private static Optional<Language> asked(@Nullable String lang) {
        try {
            return Optional.ofNullable(lang)
                    .map(String::strip)
                    .filter(code -> !code.isEmpty() && !code.equals("auto"))
                    .map(Language::ofCode);
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest("lang must be en, zh or auto");
        }
    }

    private static Scope scope(Caller caller) {
        return new Scope(caller.tenant(), caller.seesAlerts() ? Audience.ANALYST : Audience.STAFF);
    }

    private static ApiFailure missing() {
        return new ApiFailure.NotFound("this conversation");
    }
}
