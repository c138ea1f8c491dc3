package dev.analystcopilot.api.security;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// Where a token comes from in a request.
final class Credential {
    static final String COOKIE = "copilot_session";
    private static final String BEARER = "Bearer ";

    private Credential() {}

    /// The bearer token, else the session cookie's value.
    static Optional<String> of(ServerHttpRequest request) {
        return bearer(request.getHeaders())
                .or(() -> Optional.ofNullable(request.getCookies().getFirst(COOKIE))
                        .map(cookie -> cookie.getValue())
                        .filter(value -> !value.isBlank()));
    }

    static Optional<String> bearer(HttpHeaders headers) {
        return Optional.ofNullable(headers.getFirst(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .filter(value -> !value.isEmpty());
    }
}
