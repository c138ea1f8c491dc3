package dev.analystcopilot.api.bot.platform;

import dev.analystcopilot.api.failure.ApiFailure;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls to a platform's own servers and to nothing else, whatever address a message names. Redirects are not followed.
public final class Outgoing {
    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int TRIES_MORE = 2;

    private final Set<String> origins;
    private final JsonMapper json = JsonMapper.shared();
    private final WebClient client = WebClient.builder()
            .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                    .responseTimeout(LIMIT)
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)))
            .build();

    /// @param origins such as `https://oapi.dingtalk.com`: scheme, host and, if it is not the usual one, port
    public Outgoing(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /// Whether this address is one of the platform's.
    boolean allows(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getHost() == null || uri.getUserInfo() != null || uri.getScheme() == null) {
                return false;
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return origins.contains((uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT) + port);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /// Tried again where the platform is busy or out of reach. The answer's JSON.
    ///
    /// @param bearer empty for none
    Mono<JsonNode> post(String address, String bearer, Map<String, Object> body) {
        if (!allows(address)) {
            return Mono.error(new ApiFailure.BadRequest("an answer may not go to that address"));
        }
        return client.post()
                .uri(URI.create(address))
                .headers(headers -> {
                    if (!bearer.isEmpty()) {
                        headers.setBearerAuth(bearer);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json.writeValueAsString(body))
                .retrieve()
                .bodyToMono(String.class)
                .map(json::readTree)
                .timeout(LIMIT)
                .retryWhen(Retry.backoff(TRIES_MORE, Duration.ofSeconds(1)).filter(Outgoing::passes));
    }

    private static boolean passes(Throwable error) {
        return switch (error) {
            case WebClientRequestException ignored -> true;
            case WebClientResponseException response ->
                response.getStatusCode().is5xxServerError()
                        || response.getStatusCode().value() == 429;
            default -> false;
        };
    }
}
