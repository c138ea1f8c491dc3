package dev.analystcopilot.api.security;

import static dev.analystcopilot.api.security.Permission.ASK;
import static dev.analystcopilot.api.security.Permission.DELIVER_ALERTS;
import static dev.analystcopilot.api.security.Permission.JUDGE;
import static dev.analystcopilot.api.security.Permission.MANAGE_KNOWLEDGE;
import static dev.analystcopilot.api.security.Permission.OPEN;
import static dev.analystcopilot.api.security.Permission.READ_ALERTS;
import static dev.analystcopilot.api.security.Permission.READ_KNOWLEDGE;
import static dev.analystcopilot.api.security.Permission.READ_METRICS;
import static dev.analystcopilot.api.security.Permission.RUN_JOBS;
import static dev.analystcopilot.api.security.Permission.SIGN_OUT;
import static dev.analystcopilot.api.security.Permission.STEER_LEARNING;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.springframework.http.HttpMethod;

/// One route and what it requires. [#ALL] is the only place where that is said; what is not listed is denied to
/// everyone, and a test compares the list with the routes that exist.
///
/// @param pattern a path pattern of Spring WebFlux
public record Route(HttpMethod method, String pattern, Permission permission) {
    private static final String API = "/api/v1";

    /// The first match counts.
    public static final List<Route> ALL = List.of(
            new Route(POST, API + "/session", OPEN),
            new Route(GET, API + "/session", SIGN_OUT),
            new Route(DELETE, API + "/session", SIGN_OUT),
            new Route(GET, API + "/overview", READ_ALERTS),
            new Route(POST, API + "/alerts", DELIVER_ALERTS),
            new Route(GET, API + "/alerts", READ_ALERTS),
            new Route(GET, API + "/alerts/{id}", READ_ALERTS),
            new Route(POST, API + "/rules/match", READ_ALERTS),
            new Route(GET, API + "/alerts/{id}/similar", READ_ALERTS),
            new Route(GET, API + "/attention", READ_ALERTS),
            new Route(GET, API + "/cases", READ_ALERTS),
            new Route(GET, API + "/cases/{id}", READ_ALERTS),
            new Route(GET, API + "/cases/{id}/similar", READ_ALERTS),
            new Route(GET, API + "/cases/{id}/export", READ_ALERTS),
            new Route(POST, API + "/hunt", READ_ALERTS),
            new Route(POST, API + "/hunt/read", READ_ALERTS),
            new Route(GET, API + "/proposals", READ_ALERTS),
            new Route(POST, API + "/proposals/{id}/decision", JUDGE),
            new Route(POST, API + "/triage-jobs", RUN_JOBS),
            new Route(GET, API + "/triage-jobs/{id}", RUN_JOBS),
            new Route(POST, API + "/conversations", ASK),
            new Route(GET, API + "/conversations", ASK),
            new Route(GET, API + "/conversations/{id}", ASK),
            new Route(POST, API + "/conversations/{id}/messages", ASK),
            new Route(GET, API + "/knowledge/search", READ_KNOWLEDGE),
            new Route(POST, API + "/knowledge/imports", MANAGE_KNOWLEDGE),
            new Route(GET, API + "/knowledge/imports", READ_ALERTS),
            new Route(GET, API + "/knowledge/imports/{id}", READ_ALERTS),
            new Route(DELETE, API + "/knowledge/imports/{id}", MANAGE_KNOWLEDGE),
            new Route(GET, API + "/knowledge/gaps", MANAGE_KNOWLEDGE),
            new Route(POST, API + "/knowledge/gaps/{id}/answer", MANAGE_KNOWLEDGE),
            new Route(DELETE, API + "/knowledge/gaps/{id}", MANAGE_KNOWLEDGE),
            new Route(POST, API + "/reports", ASK),
            new Route(GET, API + "/reports", ASK),
            new Route(GET, API + "/reports/{id}", ASK),
            new Route(GET, API + "/reports/{id}/file", READ_ALERTS),
            new Route(POST, API + "/reports/{id}/status", JUDGE),
            new Route(GET, API + "/assets/{id}", READ_ALERTS),
            new Route(GET, API + "/indicators", READ_ALERTS),
            new Route(GET, API + "/facts", READ_ALERTS),
            new Route(POST, API + "/facts", MANAGE_KNOWLEDGE),
            new Route(DELETE, API + "/facts/{id}", MANAGE_KNOWLEDGE),
            new Route(POST, API + "/verdicts", JUDGE),
            new Route(GET, API + "/verdicts", READ_ALERTS),
            new Route(DELETE, API + "/verdicts/{id}", JUDGE),
            new Route(GET, API + "/learning", READ_ALERTS),
            new Route(PUT, API + "/learning", STEER_LEARNING),
            new Route(POST, API + "/learning/retrain", STEER_LEARNING),
            new Route(GET, API + "/tuning-advice", READ_ALERTS),
            new Route(POST, API + "/tuning-advice/{id}/accept", STEER_LEARNING),
            new Route(GET, API + "/runbooks/{id}", READ_KNOWLEDGE),
            new Route(GET, API + "/passages/{id}", READ_KNOWLEDGE),
            new Route(GET, API + "/techniques/suggest", READ_ALERTS),
            new Route(POST, API + "/techniques/suggest", READ_ALERTS),
            new Route(GET, API + "/techniques/{id}", READ_KNOWLEDGE),
            new Route(GET, API + "/openapi.json", OPEN),
            new Route(POST, API + "/bots/{id}", OPEN),
            new Route(GET, API + "/bots/{id}", OPEN),
            new Route(GET, "/v1/models", ASK),
            new Route(GET, "/v1/models/{id}", ASK),
            new Route(POST, "/v1/chat/completions", ASK),
            new Route(POST, "/mcp", ASK),
            new Route(GET, "/mcp", ASK),
            new Route(DELETE, "/mcp", ASK),
            new Route(GET, "/actuator/health/**", OPEN),
            new Route(GET, "/actuator/prometheus", READ_METRICS));

    /// Below these nothing is a page: an unknown path is refused instead of answered with the page.
    public static final List<String> SERVICE_PREFIXES = List.of("/api", "/actuator", "/v1", "/mcp");
}
