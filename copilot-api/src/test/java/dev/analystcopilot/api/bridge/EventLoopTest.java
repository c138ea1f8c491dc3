package dev.analystcopilot.api.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.Conversation;
import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.blockhound.BlockHound;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Nothing that the routes do may wait on an event loop: BlockHound watches while they are used.
@Tag("slow")
class EventLoopTest {
    private static final List<StackTraceElement> CAUGHT = new CopyOnWriteArrayList<>();

    static {
        BlockHound.builder()
                .loadIntegrations()
                // The platform's own, on the first use only: class loading, randomness, logging to the console.
                .allowBlockingCallsInside("java.lang.ClassLoader", "loadClass")
                .allowBlockingCallsInside("java.util.ServiceLoader$LazyClassPathLookupIterator", "hasNext")
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                .allowBlockingCallsInside("ch.qos.logback.core.OutputStreamAppender", "append")
                .allowBlockingCallsInside("org.springframework.core.io.ClassPathResource", "exists")
                .blockingMethodCallback(
                        method -> Arrays.stream(Thread.currentThread().getStackTrace())
                                .filter(EventLoopTest::ours)
                                .findFirst()
                                .ifPresent(CAUGHT::add))
                .install();
    }

    @RegisterExtension
    static final RunningApi API = new RunningApi("copilot.bots.teams.secret", "c2VjcmV0");

    @Test
    void nothingOfOursWaitsOnAnEventLoop() {
        Samples.store(API.database(), "demo");
        var analyst = API.as(Role.ANALYST);
        for (String path : List.of(
                "/api/v1/overview",
                "/api/v1/alerts",
                "/api/v1/alerts/" + Samples.SCAN,
                "/api/v1/cases",
                "/api/v1/cases/" + Samples.CASE,
                "/api/v1/conversations",
                "/api/v1/knowledge/search?q=web+shell",
                "/api/v1/techniques/T1059",
                "/api/v1/openapi.json",
                "/v1/models",
                "/actuator/health/readiness",
                "/")) {
            var _ = analyst.get()
                    .uri(path)
                    .exchange()
                    .returnResult(byte[].class)
                    .getResponseBodyContent();
        }
        var _ = new Conversation(analyst).ask("What happened on web-01?");
        for (String stream : List.of("true", "false")) {
            post(analyst, "/v1/chat/completions", """
                    {"model":"analyst-copilot","stream":%s,"messages":[{"role":"user","content":"web-01?"}]}""".formatted(stream));
        }
        post(analyst, "/mcp", """
                {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search_alerts","arguments":{}}}""");
        post(API.anonymous(), "/api/v1/bots/teams", "{}");
        var _ = API.as(Role.INGEST)
                .post()
                .uri("/api/v1/alerts?format=ocsf")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .returnResult(byte[].class)
                .getResponseBodyContent();

        assertThat(CAUGHT)
                .filteredOn(frame -> !frame.getClassName().equals(Naps.class.getName()))
                .isEmpty();
    }

    private static void post(WebTestClient client, String path, String body) {
        var _ = client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .returnResult(byte[].class)
                .getResponseBodyContent();
    }

    @Test
    void theWatchIsAwake() {
        var watched = Schedulers.newParallel("watched", 1);
        try {
            Mono.fromRunnable(Naps::nap).subscribeOn(watched).block();
        } finally {
            watched.dispose();
        }
        assertThat(CAUGHT).extracting(StackTraceElement::getClassName).contains(Naps.class.getName());
    }

    private static boolean ours(StackTraceElement frame) {
        return frame.getClassName().startsWith("dev.analystcopilot")
                && !frame.getClassName().equals(EventLoopTest.class.getName());
    }

    /// Stands for code of ours that waits where it must not.
    static final class Naps {
        static void nap() {
            try {
                var _ = new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
