package dev.analystcopilot.api.security;

import dev.analystcopilot.api.failure.ApiFailure;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// A browser sends the cookie on its own, but never this header: another site's page cannot set it without asking
/// first. Callers with a bearer token need none.
final class CsrfHeaderFilter implements WebFilter {
    static final String HEADER = "X-Copilot";
    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        boolean changes = !SAFE.contains(request.getMethod());
        boolean byCookie = request.getCookies().containsKey(Credential.COOKIE)
                && !Credential.bearer(request.getHeaders()).isPresent();
        if (changes && byCookie && !"1".equals(request.getHeaders().getFirst(HEADER))) {
            return Mono.error(new ApiFailure.Forbidden(
                    "a request that changes something needs the header 'X-Copilot: 1' beside the session cookie"));
        }
        return chain.filter(exchange);
    }
}
