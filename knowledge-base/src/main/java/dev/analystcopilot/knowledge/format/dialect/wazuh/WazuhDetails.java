package dev.analystcopilot.knowledge.format.dialect.wazuh;

import static dev.analystcopilot.knowledge.format.field.Json.text;
import static dev.analystcopilot.knowledge.format.field.Json.textAt;
import static dev.analystcopilot.knowledge.format.field.Json.texts;

import dev.analystcopilot.knowledge.format.field.AlertDraft;
import dev.analystcopilot.knowledge.format.field.ProcessIdentity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The few values of a Wazuh alert that triage looks at, under the names all formats use, and its process tree.
final class WazuhDetails {
    private static final String EVENT = "data.win.eventdata.";

    private static final Map<String, List<String>> PLACES = Map.ofEntries(
            Map.entry("process.image", events("image", "newProcessName", "sourceImage", "processName")),
            Map.entry("process.user", events("user", "subjectUserName", "sourceUser")),
            Map.entry("process.parent", events("parentCommandLine", "parentImage", "parentProcessName")),
            Map.entry("process.parent_image", events("parentImage", "parentProcessName")),
            Map.entry("process.integrity", events("integrityLevel")),
            Map.entry("process.original_name", events("originalFileName")),
            Map.entry("process.directory", events("currentDirectory")),
            Map.entry("process.target", events("targetImage")),
            Map.entry("process.access", events("grantedAccess")),
            Map.entry("hash", events("hashes", "hash")),
            Map.entry("registry.key", events("targetObject", "objectName")),
            Map.entry("registry.value", List.of(EVENT + "details", "syscheck.value_name")),
            Map.entry("service.name", events("serviceName")),
            Map.entry("service.image", events("serviceFileName")),
            Map.entry("task.name", events("taskName")),
            Map.entry("logon.type", events("logonType")),
            Map.entry("logon.package", events("authenticationPackageName")),
            Map.entry("logon.status", events("subStatus", "status")),
            Map.entry("event.id", List.of("data.win.system.eventID")),
            Map.entry("event.channel", List.of("data.win.system.channel")),
            Map.entry("event.severity", List.of("data.win.system.severityValue")),
            Map.entry("dns.query", List.of(EVENT + "queryName", "data.dns.rrname", "data.dns.query.rrname")),
            Map.entry(
                    "file.path",
                    List.of("syscheck.path", EVENT + "targetFilename", EVENT + "imageLoaded", "data.file")),
            Map.entry("file.event", List.of("syscheck.event")),
            Map.entry("file.user", List.of("syscheck.uname_after", "syscheck.audit.user.name")),
            Map.entry("src.ip", List.of("data.srcip", "data.src_ip", EVENT + "sourceIp", EVENT + "ipAddress")),
            Map.entry("src.port", List.of("data.srcport", "data.src_port", EVENT + "sourcePort", EVENT + "ipPort")),
            Map.entry("dst.ip", List.of("data.dstip", "data.dest_ip", "data.dst_ip", EVENT + "destinationIp")),
            Map.entry("dst.port", List.of("data.dstport", "data.dest_port", EVENT + "destinationPort")),
            Map.entry("user.source", List.of("data.srcuser")),
            Map.entry("user.target", List.of("data.dstuser", EVENT + "targetUserName")),
            Map.entry("protocol", List.of("data.proto", "data.app_proto", EVENT + "protocol")),
            Map.entry("http.url", List.of("data.url", "data.http.url")),
            Map.entry("http.host", List.of("data.http.hostname")),
            Map.entry("http.user_agent", List.of("data.http.http_user_agent", "data.user_agent")),
            Map.entry(
                    "action",
                    List.of("data.action", "data.alert.action", "data.aws.eventName", "data.office365.Operation")),
            Map.entry("cve", List.of("data.vulnerability.cve")),
            Map.entry("check", List.of("data.sca.check.title", "data.sca.policy")),
            Map.entry("check.result", List.of("data.sca.check.result")),
            Map.entry("program", List.of("predecoder.program_name")),
            Map.entry("location", List.of("location")),
            Map.entry("rule.fired", List.of("rule.firedtimes")));

    private WazuhDetails() {}

    static void collect(JsonNode alert, String level, AlertDraft draft) {
        JsonNode rule = alert.path("rule");
        JsonNode data = alert.path("data");
        draft.detail("rule.level", level)
                .detail("rule.groups", String.join(", ", texts(rule.path("groups"))))
                .detail("kill_chain", String.join(", ", texts(rule.path("mitre").path("tactic"))))
                .detail("process.command_line", commandLine(data));
        PLACES.forEach((key, places) -> draft.detail(key, WazuhEntities.plain(textAt(alert, places))));
        web(texts(rule.path("groups")), data, draft);
        service(data.path("win"), draft);
        lineage(data.path("win").path("eventdata"), draft);
    }

    /// Of Windows, of `sudo`, or what the kernel's audit saw.
    private static String commandLine(JsonNode data) {
        String windows = WazuhEntities.plain(textAt(data, List.of("win.eventdata.commandLine")));
        String linux = WazuhEntities.arguments(data.path("audit"));
        return Stream.of(windows, text(data, "command"), linux)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// The decoder of web servers' logs calls the status `id` and the method `protocol`.
    private static void web(List<String> groups, JsonNode data, AlertDraft draft) {
        draft.detail("http.status", text(data.path("http"), "status"))
                .detail("http.method", text(data.path("http"), "http_method"));
        if (groups.contains("accesslog") || groups.contains("web")) {
            draft.detail("http.status", text(data, "id")).detail("http.method", text(data, "protocol"));
        }
    }

    /// Event 7036 gives a service and its new state as two parameters without names.
    private static void service(JsonNode win, AlertDraft draft) {
        if (text(win.path("system"), "eventID").equals("7036")) {
            draft.detail("service.name", text(win.path("eventdata"), "param1"))
                    .detail("service.state", text(win.path("eventdata"), "param2"));
        }
    }

    /// Sysmon gives every process a GUID.
    private static void lineage(JsonNode event, AlertDraft draft) {
        Stream.of(
                        "processGuid",
                        "sourceProcessGUID",
                        "sourceProcessGuid",
                        "parentProcessGuid",
                        "targetProcessGUID",
                        "targetProcessGuid")
                .map(field -> ProcessIdentity.ofGuid(text(event, field)))
                .forEach(draft::process);
    }

    private static List<String> events(String... fields) {
        return Stream.of(fields).map(EVENT::concat).toList();
    }
}
