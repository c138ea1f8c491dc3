package dev.analystcopilot.api.security;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import java.util.Locale;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Finds out who a token belongs to. A bad token is an error everywhere but at the doors that are open to strangers:
/// who signs in again over a cookie that has run out must not be turned away for it.
@Component
final class TokenAuthentication implements ReactiveAuthenticationManager, ServerAuthenticationConverter {
    private final Accounts accounts;
    private final ReactiveBridge door;

    /// @param doorBridge where nobody waits behind anything but other people's tokens
    TokenAuthentication(Accounts accounts, ReactiveBridge doorBridge) {
        this.accounts = accounts;
        this.door = doorBridge;
    }

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        String path = request.getPath().value().toLowerCase(Locale.ROOT);
        boolean signsIn = request.getMethod().equals(HttpMethod.POST) && path.equals("/api/v1/session");
        boolean isPage = Route.SERVICE_PREFIXES.stream().noneMatch(path::startsWith);
        if (signsIn || isPage) {
            return Mono.empty();
        }
        return Mono.justOrEmpty(Credential.of(request))
                .map(token -> UsernamePasswordAuthenticationToken.unauthenticated("token", token));
    }

    @Override
    public Mono<Authentication> authenticate(Authentication claimed) {
        String token = String.valueOf(claimed.getCredentials());
        return Mono.justOrEmpty(accounts.remembered(token))
                .switchIfEmpty(door.call(() -> accounts.callerOf(token).orElse(null)))
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("unknown or expired token")))
                .map(TokenAuthentication::known);
    }

    private static Authentication known(Caller caller) {
        var authorities = caller.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.wireName()))
                .toList();
        // The token itself is not kept: nothing after this needs it.
        return UsernamePasswordAuthenticationToken.authenticated(caller, "", authorities);
    }
}
