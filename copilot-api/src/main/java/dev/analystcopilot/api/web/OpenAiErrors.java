package dev.analystcopilot.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// Problems in the shape that OpenAI's clients turn into their own exceptions.
final class OpenAiErrors {
    private static final String PREFIX = "/v1/";

    private OpenAiErrors() {}

    static boolean speaks(ServerHttpRequest request) {
        return request.getPath().value().startsWith(PREFIX);
    }

    static Body of(ProblemDetail problem) {
        String message = problem.getDetail() == null ? String.valueOf(problem.getTitle()) : problem.getDetail();
        return new Body(
                switch (problem.getStatus()) {
                    case 401 -> new Problem(message, "invalid_request_error", null, "invalid_api_key");
                    case 403 -> new Problem(message, "invalid_request_error", null, "permission_denied");
                    case 404 -> new Problem(message, "invalid_request_error", "model", "model_not_found");
                    case 429 -> new Problem(message, "rate_limit_error", null, "rate_limit_exceeded");
                    case 503 -> new Problem(message, "server_error", null, "overloaded");
                    default ->
                        new Problem(
                                message,
                                problem.getStatus() < 500 ? "invalid_request_error" : "server_error",
                                null,
                                null);
                });
    }

    record Body(Problem error) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Problem(
            String message,
            String type,
            @Nullable String param,
            @Nullable String code) {}
}
