package dev.analystcopilot.api.llm.provider;

import dev.analystcopilot.api.llm.LlmFailure;
import dev.analystcopilot.api.llm.LlmFailure.Kind;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sorts what the client library throws into [LlmFailure.Kind]. The nearest cause that says something wins.
public final class Failures {
    private static final int DEEPEST = 10;

    /// How servers word it that a prompt does not fit.
    private static final Pattern TOO_LONG = Pattern.compile(
            "context (?:length|size|window)|context_length|maximum context|too many tokens|prompt is too long|exceeds? the");

    /// How servers word it that they, or this model, know no tools.
    private static final Pattern NO_TOOLS = Pattern.compile(
            "(?:tool|function)s?(?:[ _-]?(?:call(?:ing|s)?|choice|use))?\\W.{0,40}(?:not|n't|un)|(?:not|n't|un)\\w*\\W.{0,40}(?:tool|function)"
                    + "|requires? --jinja|enable-auto-tool-choice",
            Pattern.DOTALL);

    private Failures() {}

    private static Kind refused(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (TOO_LONG.matcher(lower).find()) {
            return Kind.TOO_LONG;
        }
        return NO_TOOLS.matcher(lower).find() ? Kind.NO_TOOLS : Kind.REFUSED;
    }

    public static LlmFailure of(Throwable error) {
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
            case RequestNotPermitted ignored -> Kind.FULL;
            case TimeoutException ignored -> Kind.SILENT;
            case dev.langchain4j.exception.TimeoutException ignored -> Kind.SILENT;
            case RateLimitException ignored -> Kind.LIMITED;
            case InternalServerException ignored -> Kind.BROKEN;
            case AuthenticationException ignored -> Kind.REFUSED;
            case ModelNotFoundException ignored -> Kind.REFUSED;
            case InvalidRequestException refused -> refused(String.valueOf(refused.getMessage()));
            case HttpException http -> ofStatus(http.statusCode(), String.valueOf(http.getMessage()));
            case ConnectException ignored -> Kind.UNREACHABLE;
            case UnknownHostException ignored -> Kind.UNREACHABLE;
            case com.fasterxml.jackson.core.JsonProcessingException ignored -> Kind.GARBLED;
            case IOException ignored -> Kind.CUT;
            default -> null;
        };
    }

    private static Kind ofStatus(int status, String message) {
        if (status == 429) {
            return Kind.LIMITED;
        }
        return status >= 500 ? Kind.BROKEN : refused(message);
    }
}
