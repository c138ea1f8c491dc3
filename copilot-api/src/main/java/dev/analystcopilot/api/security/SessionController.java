package dev.analystcopilot.api.security;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Signing in and out.
@RestController
@RequestMapping("/api/v1/session")
class SessionController {
    private final Accounts accounts;
    private final ReactiveBridge bridge;

    SessionController(Accounts accounts, ReactiveBridge storeBridge) {
        this.accounts = accounts;
        this.bridge = storeBridge;
    }

    @PostMapping
    Mono<SessionView> signIn(@RequestBody SignInRequest request, ServerWebExchange exchange) {
        String address = addressOf(exchange);
        return bridge.call(() -> request.with(accounts, address)).map(signedIn -> {
            exchange.getResponse().addCookie(cookie(signedIn.token(), signedIn.lifetime()));
            return SessionView.of(signedIn.caller());
        });
    }

    @GetMapping
    SessionView who(@AuthenticationPrincipal Caller caller) {
        return SessionView.of(caller);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> signOut(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie("", Duration.ZERO));
        return bridge.run(() -> Credential.of(exchange.getRequest()).ifPresent(accounts::signOut));
    }

    private static ResponseCookie cookie(String value, Duration lifetime) {
        return ResponseCookie.from(Credential.COOKIE, value)
                .httpOnly(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(lifetime)
                .build();
    }

    private static String addressOf(ServerWebExchange exchange) {
        var remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }

    /// Either a one-time token, or a login with its password.
    record SignInRequest(
            @Nullable String token,
            @Nullable String login,
            @Nullable String password) {

        SignedIn with(Accounts accounts, String address) {
            if (token != null && !token.isBlank()) {
                return accounts.redeem(token.strip(), address);
            }
            if (login == null || login.isBlank() || password == null || password.isEmpty()) {
                throw new ApiFailure.BadRequest("signing in takes a 'token', or a 'login' and its 'password'");
            }
            return accounts.signIn(login.strip(), password, address);
        }

        /// Neither token nor password may end up in a log.
        @Override
        public String toString() {
            return "SignInRequest[" + login + "]";
        }
    }

    record SessionView(String login, List<String> roles, String tenant) {
        static SessionView of(Caller caller) {
            return new SessionView(
                    caller.login(),
                    caller.roles().stream().map(Role::wireName).sorted().toList(),
                    caller.tenant());
        }
    }
}
