package dev.analystcopilot.api.failure;

import java.time.Duration;

/// A request that cannot be served as asked. The message is written for the caller and holds no secret and no
/// internals.
public abstract sealed class ApiFailure extends RuntimeException {

    private ApiFailure(String message) {
        super(message);
    }

    /// The caller asked for something that is not there, or that is not theirs to see: both look the same from outside.
    public static final class NotFound extends ApiFailure {
        public NotFound(String what) {
            super(what + " was not found");
        }
    }

    /// The request does not make sense; the message says what would.
    public static final class BadRequest extends ApiFailure {
        public BadRequest(String detail) {
            super(detail);
        }
    }

    /// No valid session or token.
    public static final class NotSignedIn extends ApiFailure {
        public NotSignedIn(String detail) {
            super(detail);
        }
    }

    /// Signed in, but the roles do not reach that far.
    public static final class Forbidden extends ApiFailure {
        public Forbidden(String detail) {
            super(detail);
        }
    }

    /// Too many tries; later is fine.
    public static final class TooManyAttempts extends ApiFailure {
        private final Duration retryAfter;

        public TooManyAttempts(Duration retryAfter) {
            super("too many attempts: try again in " + retryAfter.toSeconds() + " seconds");
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /// What is asked for contradicts what is there already.
    public static final class Conflict extends ApiFailure {
        public Conflict(String detail) {
            super(detail);
        }
    }

    /// Something that the service needs is away for the moment.
    public static final class Unavailable extends ApiFailure {
        public Unavailable(String detail) {
            super(detail);
        }
    }

    /// The service has as much work as it takes; nothing was started.
    public static final class Busy extends ApiFailure {
        public Busy(String what) {
            super(what + " has as much work as it can take: try again shortly");
        }
    }
}
