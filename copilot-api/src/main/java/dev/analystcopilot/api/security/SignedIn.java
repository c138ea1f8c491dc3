package dev.analystcopilot.api.security;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// A fresh session.
///
/// @param token the cookie's value; only its hash is stored
record SignedIn(Caller caller, String token, Duration lifetime) {
    SignedIn {
        requireNonNull(caller, "caller");
        requireNonNull(token, "token");
        requireNonNull(lifetime, "lifetime");
    }

    /// The token stays out of logs.
    @Override
    public String toString() {
        return "SignedIn[" + caller + "]";
    }
}
