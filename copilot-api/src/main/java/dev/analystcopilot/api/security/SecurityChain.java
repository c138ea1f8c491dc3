package dev.analystcopilot.api.security;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;

/// Turns [Route#ALL] into the filter chain. What is not listed is denied; a page outside the service's own paths is
/// open, for it holds no data.
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityChain {
    /// Scripts and styles from files of this service only: the page needs nothing inline, and its browser tests watch
    /// it.
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityWebFilterChain chain(
            ServerHttpSecurity http,
            TokenAuthentication authentication,
            ServerAuthenticationEntryPoint notSignedIn,
            ServerAccessDeniedHandler notAllowed) {
        return http.csrf(CsrfSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(notSignedIn).accessDeniedHandler(notAllowed))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(frames -> frames.mode(Mode.DENY)))
                .addFilterAt(new CsrfHeaderFilter(), SecurityWebFiltersOrder.CSRF)
                .addFilterAt(tokens(authentication, notSignedIn), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(SecurityChain::authorise)
                .build();
    }

    /// Each filter's own observation is kept as long as an answer streams, and nobody looks at them.
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /// Ids come from others: an alert's own id may hold a slash or a per cent sign, a passage's does. Paths are matched
    /// segment by segment before they are decoded, so an encoded slash never moves a request to another route.
    @Bean
    ServerWebExchangeFirewall firewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }

    private static AuthenticationWebFilter tokens(
            TokenAuthentication authentication, ServerAuthenticationEntryPoint notSignedIn) {
        var filter = new AuthenticationWebFilter(authentication);
        filter.setServerAuthenticationConverter(authentication);
        filter.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(notSignedIn));
        return filter;
    }

    private static void authorise(ServerHttpSecurity.AuthorizeExchangeSpec exchanges) {
        for (Route route : Route.ALL) {
            var access = exchanges.pathMatchers(route.method(), route.pattern());
            if (route.permission() == Permission.OPEN) {
                access.permitAll();
            } else {
                access.hasAnyAuthority(authorities(route.permission().roles()));
            }
        }
        for (String prefix : Route.SERVICE_PREFIXES) {
            exchanges.pathMatchers(prefix, prefix + "/**").denyAll();
        }
        exchanges.pathMatchers(HttpMethod.GET, "/**").permitAll();
        exchanges.anyExchange().denyAll();
    }

    private static String[] authorities(Set<Role> roles) {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(Role.values()).filter(roles::contains).forEach(role -> names.add(role.wireName()));
        return names.toArray(String[]::new);
    }
}
