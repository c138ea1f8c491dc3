package dev.analystcopilot.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.UserStore.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

@Tag("slow")
class NoSecretInLogTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String KEY = "sk-very-secret-key";

    @RegisterExtension
    static final RunningApi API = new RunningApi(
            "copilot.llm.base-url", "http://127.0.0.1:9/v1", "copilot.llm.model", "m", "copilot.llm.api-key", KEY);

    @Test
    void neitherPasswordNorTokenNorKeyIsLogged() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var ours = (Logger) LoggerFactory.getLogger("dev.analystcopilot");
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        root.addAppender(appender);
        ours.setLevel(Level.DEBUG);
        try {
            String oneTime = API.signInAddress().replaceAll(".*#token=", "");
            API.database()
                    .users()
                    .put(
                            Scope.analyst("demo"),
                            new User("demo", "eve", Set.of("analyst"), Optional.of(Passwords.hash(PASSWORD))));
            post(Map.of("token", oneTime));
            post(Map.of("token", oneTime));
            post(Map.of("login", "eve", "password", PASSWORD));
            post(Map.of("login", "eve", "password", PASSWORD + "!"));
            String bearer = API.token(Role.ANALYST);
            var _ = new dev.analystcopilot.api.Conversation(API.as(Role.ANALYST)).ask("what happened?");

            String log = String.join(
                    "\n",
                    List.copyOf(appender.list).stream()
                            .map(event -> event.getFormattedMessage()
                                    + (event.getThrowableProxy() == null
                                            ? ""
                                            : event.getThrowableProxy().getMessage()))
                            .toList());
            assertThat(log).isNotEmpty().doesNotContain(oneTime, PASSWORD, KEY, bearer);
        } finally {
            root.detachAppender(appender);
            ours.setLevel(null);
        }
    }

    private static void post(Map<String, String> credentials) {
        API.anonymous()
                .post()
                .uri("/api/v1/session")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(credentials)
                .exchange()
                .expectBody()
                .returnResult();
    }
}
