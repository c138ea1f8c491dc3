package dev.analystcopilot.api.llm;

import dev.analystcopilot.api.llm.LlmFailure.Kind;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Sorts what the client library throws into [LlmFailure.Kind]. The nearest cause that says something wins.
final class Failures {
    private static final int DEEPEST = 10;

    private Failures() {}

    static LlmFailure of(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof LlmFailure known) {
                return known;
            }
            Kind kind = kindOf(cause);
            if (kind != null) {
                return new LlmFailure(kind, error);
            }
            cause = cause.getCause();
        }
        return new LlmFailure(Kind.BROKEN, error);
    }

    private static @Nullable Kind kindOf(Throwable error) {
        return switch (error) {
            case CallNotPermittedException ignored -> Kind.RESTING;
            case BulkheadFullException ignored -> Kind.FULL;
            case TimeoutException ignored -> Kind.SILENT;
            case dev.langchain4j.exception.TimeoutException ignored -> Kind.SILENT;
            case RateLimitException ignored -> Kind.LIMITED;
            case InternalServerException ignored -> Kind.BROKEN;
            case AuthenticationException ignored -> Kind.REFUSED;
            case ModelNotFoundException ignored -> Kind.REFUSED;
            case InvalidRequestException ignored -> Kind.REFUSED;
            case HttpException http -> ofStatus(http.statusCode());
            case HttpConnectTimeoutException ignored -> Kind.UNREACHABLE;
            case HttpTimeoutException ignored -> Kind.SILENT;
            case ConnectException ignored -> Kind.UNREACHABLE;
            case com.fasterxml.jackson.core.JsonProcessingException ignored -> Kind.GARBLED;
            case IOException ignored -> Kind.CUT;
            default -> null;
        };
    }

    private static Kind ofStatus(int status) {
        if (status == 429) {
            return Kind.LIMITED;
        }
        return status >= 500 ? Kind.BROKEN : Kind.REFUSED;
    }
}
