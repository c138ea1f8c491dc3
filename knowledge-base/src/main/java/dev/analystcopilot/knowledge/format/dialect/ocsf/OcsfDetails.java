package dev.analystcopilot.knowledge.format.dialect.ocsf;

import static dev.analystcopilot.knowledge.format.field.Json.each;
import static dev.analystcopilot.knowledge.format.field.Json.firstText;
import static dev.analystcopilot.knowledge.format.field.Json.text;
import static dev.analystcopilot.knowledge.format.field.Json.textAt;

import dev.analystcopilot.knowledge.format.field.AlertDraft;
import dev.analystcopilot.knowledge.format.field.ProcessIdentity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The few values of an OCSF event that triage looks at, under the names all formats use, and its process tree. What
/// the
/// event leaves out is looked for in its evidences.
final class OcsfDetails {
    private static final int MAX_GENERATIONS = 16;

    private static final Map<String, List<String>> PLACES = Map.ofEntries(
            Map.entry("action", List.of("disposition", "action")),
            Map.entry("activity", List.of("activity_name")),
            Map.entry("direction", List.of("connection_info.direction")),
            Map.entry("protocol", List.of("connection_info.protocol_name", "app_name")),
            Map.entry("src.ip", List.of("src_endpoint.ip")),
            Map.entry("src.port", List.of("src_endpoint.port")),
            Map.entry("dst.ip", List.of("dst_endpoint.ip")),
            Map.entry("dst.port", List.of("dst_endpoint.port")),
            Map.entry("http.status", List.of("http_response.code")),
            Map.entry("http.method", List.of("http_request.http_method")),
            Map.entry("http.url", List.of("http_request.url.url_string", "http_request.url.path", "url.url_string")),
            Map.entry("http.user_agent", List.of("http_request.user_agent")),
            Map.entry("dns.query", List.of("query.hostname")),
            Map.entry("file.path", List.of("file.path", "file.name")),
            Map.entry("host.os", List.of("device.os.name")),
            Map.entry("registry.key", List.of("reg_key.path", "reg_value.path")),
            Map.entry("rule.level", List.of("severity")));

    private OcsfDetails() {}

    static void collect(JsonNode record, AlertDraft draft) {
        draft.detail("kill_chain", tactics(record));
        Stream.concat(Stream.of(record), each(record.path("evidences"))).forEach(node -> {
            PLACES.forEach((key, places) -> draft.detail(key, textAt(node, places)));
            processes(node, draft);
        });
    }

    private static String tactics(JsonNode record) {
        return Stream.of(record.path("attacks"), record.path("finding_info").path("attacks"))
                .flatMap(attacks -> each(attacks))
                .flatMap(attack -> Stream.concat(Stream.of(attack.path("tactic")), each(attack.path("tactics"))))
                .map(tactic -> firstText(tactic, "name", "uid"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// The process that was acted on or started, then the one that acted, each followed by its ancestors.
    private static void processes(JsonNode node, AlertDraft draft) {
        String host = textAt(node, List.of("device.hostname", "device.name"));
        Stream.of(node.path("process"), node.path("actor").path("process"))
                .filter(JsonNode::isObject)
                .forEach(process -> {
                    describe(process, draft);
                    JsonNode generation = process;
                    for (int i = 0; i < MAX_GENERATIONS && generation.isObject(); i++) {
                        draft.process(identity(generation, host));
                        generation = generation.path("parent_process");
                    }
                });
    }

    /// Its own unique id, where it has one.
    private static String identity(JsonNode process, String host) {
        String uid = text(process, "uid");
        if (uid.isEmpty()) {
            return ProcessIdentity.of(
                    host, text(process, "pid"), firstText(process, "created_time", "created_time_dt"));
        }
        String guid = ProcessIdentity.ofGuid(uid);
        return guid.isEmpty() ? uid : guid;
    }

    private static void describe(JsonNode process, AlertDraft draft) {
        JsonNode parent = process.path("parent_process");
        draft.detail("process.command_line", text(process, "cmd_line"))
                .detail("process.image", textAt(process, List.of("file.path", "path", "name")))
                .detail("process.parent", textAt(parent, List.of("cmd_line", "file.path", "name")))
                .detail("process.user", textAt(process, List.of("user.name")))
                .detail("process.integrity", text(process, "integrity"));
        each(process.path("file").path("hashes")).forEach(hash -> draft.detail("hash", text(hash, "value")));
    }
}
