package dev.analystcopilot.api.web;

import dev.analystcopilot.api.failure.ApiFailure;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Writes [Problems] for errors of routes, of filters and of the security chain alike.
@Component
@Order(-2)
final class ProblemHandler implements WebExceptionHandler, ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {
    private final JsonMapper json;

    ProblemHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        ProblemDetail problem =
                Problems.of(error, exchange.getRequest().getURI().getRawPath());
        response.setStatusCode(HttpStatusCode.valueOf(problem.getStatus()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (error instanceof ApiFailure.TooManyAttempts attempts) {
            response.getHeaders()
                    .set(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(attempts.retryAfter().toSeconds()));
        }
        Object body = problem;
        if (OpenAiErrors.speaks(exchange.getRequest())) {
            response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
            body = OpenAiErrors.of(problem);
        }
        byte[] bytes = json.writeValueAsBytes(body);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
        return handle(exchange, error);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException error) {
        return handle(exchange, (Throwable) error);
    }
}
