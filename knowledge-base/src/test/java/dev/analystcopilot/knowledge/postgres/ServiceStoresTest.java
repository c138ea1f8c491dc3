package dev.analystcopilot.knowledge.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.ConversationStore.Role;
import dev.analystcopilot.knowledge.postgres.TokenStore.Kind;
import dev.analystcopilot.knowledge.postgres.TokenStore.Token;
import dev.analystcopilot.knowledge.postgres.UserStore.User;
import dev.analystcopilot.knowledge.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class ServiceStoresTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private final Scope scope = Scope.analyst(UUID.randomUUID().toString());
    private final String name = UUID.randomUUID().toString();

    @Test
    void aUserIsFoundBeforeTheTenantIsKnown() {
        var user = new User(scope.tenant(), name, Set.of("analyst"), Optional.of("hash"));
        DB.database().users().put(scope, user);

        assertThat(DB.database().users().find(name)).contains(user);
    }

    @Test
    void staffCannotListUsers() {
        DB.database().users().put(scope, new User(scope.tenant(), name, Set.of("analyst"), Optional.empty()));

        assertThat(DB.database().users().list(Scope.staff(scope.tenant()))).isEmpty();
    }

    @Test
    void aOneTimeTokenSignsInOnce() {
        DB.database().tokens().add(scope, token(Instant.now().plusSeconds(60)));

        assertThat(DB.database().tokens().consume(name)).isPresent();
        assertThat(DB.database().tokens().consume(name)).isEmpty();
    }

    @Test
    void anExpiredTokenIsNone() {
        DB.database().tokens().add(scope, token(Instant.now().minusSeconds(1)));

        assertThat(DB.database().tokens().find(name)).isEmpty();
    }

    @Test
    void aJobThatHasEndedStaysEnded() {
        DB.database().jobs().add(scope, name, "triage", "{}");
        DB.database().jobs().finish(scope, name, "{\"alerts\":1}");
        DB.database().jobs().report(scope, name, "late", 0.5, "{}");

        assertThat(DB.database().jobs().find(scope, name).orElseThrow().state()).isEqualTo(JobStore.State.DONE);
    }

    @Test
    void messagesKeepTheirOrderAndTheirOwner() {
        var conversations = DB.database().conversations();
        conversations.create(scope, name, "ann", Optional.empty(), Language.EN);
        conversations.append(scope, "ann", name, Role.USER, "What\u0000 happened?", "[]", "");
        conversations.append(scope, "ann", name, Role.ASSISTANT, "This.", "[]", "narrator");

        assertThat(conversations.messages(scope, "ann", name))
                .extracting(ConversationStore.Message::text)
                .containsExactly("What  happened?", "This.");
        assertThat(conversations.append(scope, "bob", name, Role.USER, "Mine?", "[]", ""))
                .isEmpty();
        assertThat(conversations.messages(Scope.staff(scope.tenant()), "ann", name))
                .isEmpty();
    }

    @Test
    void textThatPostgresCannotHoldFindsNothingAndBreaksNothing() {
        String odd = "a\u0000b\uD800";

        assertThat(DB.database().users().find(odd)).isEmpty();
        assertThat(DB.database().tokens().find(odd)).isEmpty();
        assertThat(DB.database()
                        .alerts()
                        .search(scope, AlertQuery.latest(1).containing(odd).about(List.of(odd))))
                .isEmpty();
    }

    @Test
    void vectorsComeBackInHalfPrecision() {
        var store = DB.database().fingerprints();
        store.putVectors(scope, "m", Map.of("a", vector(0.3f, 0.7f)));

        assertThat(store.vectors(scope, "m", List.of("a")).get("a").cosine(vector(0.3f, 0.7f)))
                .isGreaterThan(0.99999);
    }

    @Test
    void aFingerprintIsPendingUntilItHasAVector() {
        DB.database().alerts().insert(scope, List.of(Samples.alert("a")));
        var store = DB.database().fingerprints();
        Set<String> pending = store.withoutVector(scope, "m");

        store.putVectors(scope, "m", Map.of(pending.iterator().next(), vector(1, 0)));

        assertThat(store.withoutVector(scope, "m")).isEmpty();
    }

    private Token token(Instant expires) {
        return new Token(scope.tenant(), name, Kind.ONE_TIME, "ann", Set.of("analyst"), expires);
    }

    private static Vector vector(float x, float y) {
        float[] values = new float[384];
        values[0] = x;
        values[1] = y;
        return Vector.of(values);
    }
}
