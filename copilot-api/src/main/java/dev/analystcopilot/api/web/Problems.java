package dev.analystcopilot.api.web;

import dev.analystcopilot.api.failure.ApiFailure;
import java.net.URI;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;

/// Every error as an RFC 9457 problem. Nothing internal leaves: what nobody foresaw becomes a number that the log
/// explains.
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static ProblemDetail of(Throwable error, String path) {
        ProblemDetail problem = switch (error) {
            case ApiFailure failure -> ofFailure(failure);
            case AuthenticationException ignored ->
                problem(HttpStatus.UNAUTHORIZED, "Not signed in", "sign in first, or send a valid token");
            case AccessDeniedException ignored ->
                problem(HttpStatus.FORBIDDEN, "Not allowed", "your roles do not reach this far");
            case ErrorResponse response -> response.getBody();
            default -> unforeseen(error, path);
        };
        problem.setInstance(URI.create(path));
        return problem;
    }

    private static ProblemDetail ofFailure(ApiFailure failure) {
        String detail = String.valueOf(failure.getMessage());
        return switch (failure) {
            case ApiFailure.NotFound ignored -> problem(HttpStatus.NOT_FOUND, "Not found", detail);
            case ApiFailure.BadRequest ignored -> problem(HttpStatus.BAD_REQUEST, "Bad request", detail);
            case ApiFailure.Conflict ignored -> problem(HttpStatus.CONFLICT, "Conflict", detail);
            case ApiFailure.NotSignedIn ignored -> problem(HttpStatus.UNAUTHORIZED, "Not signed in", detail);
            case ApiFailure.Forbidden ignored -> problem(HttpStatus.FORBIDDEN, "Not allowed", detail);
            case ApiFailure.TooManyAttempts ignored ->
                problem(HttpStatus.TOO_MANY_REQUESTS, "Too many attempts", detail);
            case ApiFailure.Unavailable ignored -> problem(HttpStatus.SERVICE_UNAVAILABLE, "Unavailable", detail);
            case ApiFailure.Busy ignored -> problem(HttpStatus.SERVICE_UNAVAILABLE, "Busy", detail);
        };
    }

    private static ProblemDetail unforeseen(Throwable error, String path) {
        String number = UUID.randomUUID().toString();
        LOG.error("Request to {} failed; the caller was told number {}", path, number, error);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong here",
                "the service's log explains number " + number);
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}
