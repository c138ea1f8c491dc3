package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/// Conversations and their messages. A person sees their own only; staff and analysts never each other's.
public final class ConversationStore {
    private static final String ADD = /* language=SQL */ """
            INSERT INTO conversation (tenant_id, id, audience, owner, case_id, language, title)
            VALUES (:tenant, :id, :audience, :owner, :case, :language, :title)
            RETURNING id, owner, case_id, language, title, created_at, updated_at
            """;
    private static final String FIND = /* language=SQL */ """
            SELECT id, owner, case_id, language, title, created_at, updated_at
            FROM conversation WHERE id = :id AND owner = :owner
            """;
    private static final String LIST = /* language=SQL */ """
            SELECT id, owner, case_id, language, title, created_at, updated_at
            FROM conversation WHERE owner = :owner ORDER BY updated_at DESC, id LIMIT :limit
            """;
    private static final String REMOVE = /* language=SQL */
            "DELETE FROM conversation WHERE id = :id AND owner = :owner";
    private static final String TOUCH = /* language=SQL */ """
            UPDATE conversation
            SET updated_at = now(), title = CASE WHEN title = '' THEN left(:text, 80) ELSE title END
            WHERE id = :id AND owner = :owner
            """;
    private static final String APPEND = /* language=SQL */ """
            INSERT INTO message (tenant_id, conversation_id, number, audience, role, body, citations, tier,
                                 provider, verified, unproven, struck, recalled, beside)
            SELECT :tenant, :id, coalesce(max(number), 0) + 1, :audience, :role, :text, :citations, :tier,
                   :provider, :verified, :unproven, :struck, :recalled, :beside
            FROM message WHERE conversation_id = :id
            RETURNING number, role, body, citations, tier, provider, verified, unproven, struck, recalled, beside, at
            """;
    private static final String MESSAGES = /* language=SQL */ """
            SELECT m.number, m.role, m.body, m.citations, m.tier, m.provider, m.verified, m.unproven, m.struck,
                   m.recalled, m.beside, m.at
            FROM message m
            JOIN conversation c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
            WHERE c.id = :id AND c.owner = :owner
            ORDER BY m.number
            """;
    private static final RowMapper<Conversation> CONVERSATION = (rows, context) -> new Conversation(
            rows.getString("id"),
            rows.getString("owner"),
            Rows.optional(rows, "case_id"),
            Language.ofCode(rows.getString("language")),
            rows.getString("title"),
            Rows.instant(rows, "created_at"),
            Rows.instant(rows, "updated_at"));
    private static final RowMapper<Message> MESSAGE = (rows, context) -> new Message(
            rows.getInt("number"),
            Role.valueOf(rows.getString("role").toUpperCase(Locale.ROOT)),
            rows.getString("body"),
            rows.getString("citations"),
            rows.getString("tier"),
            new Checked(
                    rows.getString("provider"),
                    rows.getInt("verified"),
                    rows.getInt("unproven"),
                    rows.getInt("struck"),
                    Rows.optional(rows, "recalled"),
                    rows.getString("beside")),
            Rows.instant(rows, "at"));

    private final ScopedTransactions transactions;

    ConversationStore(ScopedTransactions transactions) {
        this.transactions = transactions;
    }

    /// @param caseId what it is about, if it began at a case
    /// @param title the beginning of the first message; empty before it
    public record Conversation(
            String id,
            String owner,
            Optional<String> caseId,
            Language language,
            String title,
            Instant createdAt,
            Instant updatedAt) {

        public Conversation {
            requireNonNull(caseId, "caseId");
            requireNonNull(language, "language");
        }
    }

    public enum Role {
        USER,
        ASSISTANT;

        /// The spelling in files and interfaces.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param number from 1
    /// @param citations JSON array, opaque here
    /// @param tier what answered: `llm` or `narrator`; empty for a person
    public record Message(
            int number, Role role, String text, String citations, String tier, Checked checked, Instant at) {

        public Message {
            requireNonNull(role, "role");
            requireNonNull(checked, "checked");
        }
    }

    /// What became of an answer's sentences.
    ///
    /// @param provider the language model that said them; else empty
    /// @param recalled what of it may be told to a language model again; empty for all of it
    /// @param beside JSON array of what stood beside its words, opaque here
    public record Checked(
            String provider, int verified, int unproven, int struck, Optional<String> recalled, String beside) {
        public static final Checked NOTHING = new Checked("", 0, 0, 0, Optional.empty(), "[]");

        public Checked {
            requireNonNull(provider, "provider");
            requireNonNull(recalled, "recalled");
            requireNonNull(beside, "beside");
        }
    }

    public Conversation create(Scope scope, String id, String owner, Optional<String> caseId, Language language) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(ADD)
                        .bind("tenant", scope.tenant())
                        .bind("id", id)
                        .bind("audience", scope.audience().wireName())
                        .bind("owner", owner)
                        .bind("case", caseId.orElse(null))
                        .bind("language", language.code())
                        .bind("title", "")
                        .map(CONVERSATION)
                        .one());
    }

    public Optional<Conversation> find(Scope scope, String owner, String id) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(FIND)
                        .bind("id", id)
                        .bind("owner", owner)
                        .map(CONVERSATION)
                        .findOne());
    }

    /// The one used last first.
    public List<Conversation> list(Scope scope, String owner, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(LIST)
                        .bind("owner", owner)
                        .bind("limit", limit)
                        .map(CONVERSATION)
                        .list());
    }

    /// Adds a message at the end.
    ///
    /// @return empty if the owner has no such conversation
    public Optional<Message> append(
            Scope scope, String owner, String id, Role role, String text, String citations, String tier) {
        return append(scope, owner, id, role, text, citations, tier, Checked.NOTHING);
    }

    /// Adds an answer that was checked.
    ///
    /// @return empty if the owner has no such conversation
    public Optional<Message> append(
            Scope scope,
            String owner,
            String id,
            Role role,
            String text,
            String citations,
            String tier,
            Checked checked) {
        return transactions.in(scope, handle -> {
            // Locks the conversation, so that numbers stay in order when two messages come at once.
            int found = handle.createUpdate(TOUCH)
                    .bind("id", id)
                    .bind("owner", owner)
                    .bind("text", text)
                    .execute();
            return found == 0
                    ? Optional.<Message>empty()
                    : handle.createQuery(APPEND)
                            .bind("tenant", scope.tenant())
                            .bind("audience", scope.audience().wireName())
                            .bind("id", id)
                            .bind("role", role.wireName())
                            .bind("text", text)
                            .bind("citations", citations)
                            .bind("tier", tier)
                            .bind("provider", checked.provider())
                            .bind("verified", checked.verified())
                            .bind("unproven", checked.unproven())
                            .bind("struck", checked.struck())
                            .bind("recalled", checked.recalled().orElse(null))
                            .bind("beside", checked.beside())
                            .map(MESSAGE)
                            .findOne();
        });
    }

    /// In order; none if the owner has no such conversation.
    public List<Message> messages(Scope scope, String owner, String id) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(MESSAGES)
                        .bind("id", id)
                        .bind("owner", owner)
                        .map(MESSAGE)
                        .list());
    }

    /// @return whether there was one
    public boolean remove(Scope scope, String owner, String id) {
        return transactions.in(
                        scope,
                        handle -> handle.createUpdate(REMOVE)
                                .bind("id", id)
                                .bind("owner", owner)
                                .execute())
                > 0;
    }
}
