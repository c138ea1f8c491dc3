package dev.analystcopilot.knowledge.format.dialect.ecs;

import dev.analystcopilot.knowledge.format.field.AlertDraft;
import java.util.List;
import java.util.Map;

/// The few values that triage looks at, under the names all formats use.
final class EcsDetails {
    private static final Map<String, List<String>> PLACES = Map.ofEntries(
            Map.entry("action", List.of("event.action")),
            Map.entry("category", List.of("rule.category", "event.category")),
            Map.entry("direction", List.of("network.direction")),
            Map.entry("dns.query", List.of("dns.question.name")),
            Map.entry("dst.ip", List.of("destination.ip", "server.ip")),
            Map.entry("dst.port", List.of("destination.port", "server.port")),
            Map.entry("event.id", List.of("event.code", "winlog.event_id")),
            Map.entry("file.path", List.of("file.path")),
            Map.entry("hash", List.of("process.hash.sha256", "file.hash.sha256", "file.hash.md5")),
            Map.entry("host.os", List.of("host.os.type", "host.os.platform")),
            Map.entry("http.method", List.of("http.request.method")),
            Map.entry("http.status", List.of("http.response.status_code")),
            Map.entry("http.url", List.of("url.full", "url.original", "url.path")),
            Map.entry("http.user_agent", List.of("user_agent.original")),
            Map.entry("outcome", List.of("event.outcome")),
            Map.entry("process.command_line", List.of("process.command_line")),
            Map.entry("process.image", List.of("process.executable", "process.name")),
            Map.entry(
                    "process.parent",
                    List.of("process.parent.command_line", "process.parent.executable", "process.parent.name")),
            Map.entry("process.user", List.of("user.name")),
            Map.entry("protocol", List.of("network.protocol", "network.transport")),
            Map.entry("registry.key", List.of("registry.path")),
            Map.entry("registry.value", List.of("registry.data.strings")),
            Map.entry("rule.level", List.of("kibana.alert.risk_score", "signal.rule.risk_score")),
            Map.entry("src.ip", List.of("source.ip", "client.ip")),
            Map.entry("src.port", List.of("source.port", "client.port")),
            Map.entry("user.sid", List.of("user.id")));

    private EcsDetails() {}

    static void collect(EcsRecord document, AlertDraft draft) {
        PLACES.forEach((key, places) -> draft.detail(key, document.text(places.toArray(String[]::new))));
    }
}
