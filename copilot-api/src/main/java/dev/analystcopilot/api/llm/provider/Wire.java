package dev.analystcopilot.api.llm.provider;

import dev.analystcopilot.api.llm.LlmSettings;
import java.time.Duration;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/// The connections to one endpoint: as many as it may have answers in the making, none of them with a thread of its
/// own.
final class Wire {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration HEADERS_AFTER_ABILITY = Duration.ofMillis(1_500);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int SPARE = 8;

    private final HttpClient client;

    Wire(LlmSettings settings) {
        var connections = ConnectionProvider.builder("llm")
                .maxConnections(settings.limits().concurrent() + SPARE)
                .maxIdleTime(IDLE)
                .build();
        this.client = HttpClient.create(connections)
                .option(io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(CONNECT.toMillis()))
                .proxyWithSystemProperties();
    }

    HttpClient client() {
        return client;
    }

    /// A small document from the endpoint; empty where there is none, whatever the reason.
    Mono<String> get(String url, Consumer<io.netty.handler.codec.http.HttpHeaders> headers) {
        return client.headers(headers)
                .get()
                .uri(url)
                .responseSingle(
                        (response, body) -> response.status().code() == 200 ? body.asString() : Mono.<String>empty())
                .timeout(HEADERS_AFTER_ABILITY)
                // What an endpoint does not tell is no failure: the configured or usual values hold.
                .onErrorResume(error -> Mono.empty());
    }
}
