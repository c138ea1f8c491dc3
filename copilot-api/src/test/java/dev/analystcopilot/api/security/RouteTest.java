package dev.analystcopilot.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

@Tag("slow")
class RouteTest {
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @Test
    void everyRouteDeclaresItsPermission() {
        Set<String> mapped = new TreeSet<>();
        var mapping = API.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
            for (var method : info.getMethodsCondition().getMethods()) {
                info.getPatternsCondition()
                        .getPatterns()
                        .forEach(pattern -> mapped.add(method + " " + pattern.getPatternString()));
            }
        }
        Set<String> declared = new TreeSet<>();
        Route.ALL.stream()
                .filter(route -> !route.pattern().startsWith("/actuator"))
                .forEach(route -> declared.add(route.method() + " " + route.pattern()));

        assertThat(mapped).isEqualTo(declared);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("routes")
    void exactlyTheDeclaredRolesMayPass(HttpMethod method, String pattern, Permission permission) {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            boolean passed = !REFUSED.contains(call(API.as(role), method, pattern));
            if (passed != permission.admits(Set.of(role))) {
                wrong.add(role + (passed ? " passed" : " was refused"));
            }
        }
        boolean strangerPassed = !REFUSED.contains(call(API.anonymous(), method, pattern));
        if (strangerPassed != (permission == Permission.OPEN)) {
            wrong.add("a stranger" + (strangerPassed ? " passed" : " was refused"));
        }

        assertThat(wrong).isEmpty();
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> routes() {
        return Route.ALL.stream()
                // Signing in answers 401 to an empty attempt; its own test covers it.
                .filter(route -> !(route.method().equals(HttpMethod.POST)
                        && route.pattern().equals("/api/v1/session")))
                .map(route -> org.junit.jupiter.params.provider.Arguments.of(
                        route.method(), route.pattern(), route.permission()));
    }

    @Test
    void staffReachNoAlertByAnyRoute() {
        var staff = API.as(Role.STAFF);

        List<Integer> answers = Stream.of(
                        "/api/v1/overview",
                        "/api/v1/alerts",
                        "/api/v1/alerts/x",
                        "/api/v1/alerts/",
                        "/api/v1//alerts",
                        "/api/v1/cases",
                        "/api/v1/cases/x",
                        "/api/v1/triage-jobs/x",
                        "/api/v1/../v1/alerts",
                        "/api/v1/ALERTS",
                        "/actuator/env",
                        "/actuator/prometheus")
                .map(path -> call(staff, HttpMethod.GET, path))
                .toList();

        assertThat(answers).allMatch(status -> status == 403 || status == 400);
    }

    @Test
    void whatIsNotListedIsDeniedToEveryone() {
        for (Role role : Role.values()) {
            assertThat(call(API.as(role), HttpMethod.GET, "/api/v1/secrets")).isEqualTo(403);
            assertThat(call(API.as(role), HttpMethod.PUT, "/api/v1/alerts")).isEqualTo(403);
        }
        assertThat(Arrays.asList(call(API.anonymous(), HttpMethod.POST, "/"))).containsExactly(401);
    }

    private static int call(WebTestClient client, HttpMethod method, String pattern) {
        String path = pattern.replace("{id}", "nothing").replace("/**", "");
        var request = client.method(method).uri(java.net.URI.create(API.url() + path));
        if (method.equals(HttpMethod.POST)) {
            var typed = (pattern.endsWith("triage-jobs") || pattern.endsWith("imports"))
                    ? request.contentType(MediaType.parseMediaType("multipart/form-data;boundary=x"))
                            .bodyValue("--x--\r\n")
                    : request.contentType(MediaType.APPLICATION_JSON).bodyValue("{}");
            return typed.exchange().returnResult(byte[].class).getStatus().value();
        }
        return request.exchange().returnResult(byte[].class).getStatus().value();
    }
}
