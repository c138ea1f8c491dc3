package dev.analystcopilot.knowledge.format.dialect.eve;

import static dev.analystcopilot.knowledge.format.field.Json.each;
import static dev.analystcopilot.knowledge.format.field.Json.firstText;
import static dev.analystcopilot.knowledge.format.field.Json.text;
import static dev.analystcopilot.knowledge.format.field.Json.texts;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.format.dialect.JsonFormat;
import dev.analystcopilot.knowledge.format.field.AlertDraft;
import dev.analystcopilot.knowledge.format.field.EntityList;
import dev.analystcopilot.knowledge.format.field.HttpStatus;
import dev.analystcopilot.knowledge.format.field.Times;
import dev.analystcopilot.knowledge.format.field.UnreadableRecordException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Suricata's `eve.json`. Flows, DNS queries and other events lie in the same file; only alerts are read.
///
/// Fields: Suricata user guide, "EVE JSON Format"; DNS in versions 1 to 3.
public final class EveFormat implements JsonFormat {

    @Override
    public String name() {
        return "eve";
    }

    @Override
    public boolean recognises(JsonNode record) {
        return record.path("event_type").isString()
                && (record.path("alert").isObject() || record.has("flow_id") || record.has("stats"));
    }

    @Override
    public AlertDraft read(JsonNode record) {
        JsonNode alert = record.path("alert");
        if (!alert.isObject()) {
            throw notAnAlert(text(record, "event_type"));
        }
        String number = text(alert, "signature_id");
        String signature = text(alert, "signature");
        var draft = new AlertDraft()
                .source("suricata")
                .rule(number)
                .title(signature.isEmpty() && !number.isEmpty() ? "Suricata signature " + number : signature)
                .message(Stream.of(text(alert, "category"), text(record, "payload_printable"))
                        .filter(part -> !part.isEmpty())
                        .reduce((category, payload) -> category + "\n" + payload)
                        .orElse(""))
                .time(Times.read(record.path("timestamp")))
                .severity(severity(alert))
                .outcome(outcome(record));
        JsonNode metadata = alert.path("metadata");
        texts(metadata.path("mitre_technique_id")).forEach(draft::techniquesIn);
        entities(record, draft.entities());
        details(record, draft);
        return draft;
    }

    private static UnreadableRecordException notAnAlert(String type) {
        return new UnreadableRecordException(
                type.isEmpty() || type.equals("alert")
                        ? "it has no 'event_type' with an 'alert', as alerts in eve.json do"
                        : "it is a Suricata event of type '" + type + "', which is no alert; "
                                + "keep the lines with \"event_type\":\"alert\" to be rid of this message");
    }

    /// 1 is the worst. A rule's own word is finer, where it has one.
    private static Severity severity(JsonNode alert) {
        if (texts(alert.path("metadata").path("signature_severity")).stream()
                .anyMatch(word -> word.equalsIgnoreCase("critical"))) {
            return Severity.CRITICAL;
        }
        return switch (text(alert, "severity")) {
            case "1" -> Severity.HIGH;
            case "2" -> Severity.MEDIUM;
            case "3" -> Severity.LOW;
            case "4" -> Severity.INFORMATIONAL;
            default -> Severity.UNKNOWN;
        };
    }

    private static Outcome outcome(JsonNode record) {
        return text(record.path("alert"), "action").equals("blocked")
                ? Outcome.ATTEMPTED
                : HttpStatus.outcome(text(record.path("http"), "status"));
    }

    private static void entities(JsonNode record, EntityList to) {
        to.ip(text(record, "src_ip")).ip(text(record, "dest_ip"));
        to.ip(text(record, "xff")).ip(text(record.path("http"), "xff"));
        String host = text(record.path("http"), "hostname");
        to.domain(host).url(url(host, text(record.path("http"), "url")));
        each(record.path("dns").path("query")).forEach(query -> to.domain(text(query, "rrname")));
        each(record.path("dns").path("queries")).forEach(query -> to.domain(text(query, "rrname")));
        to.domain(text(record.path("dns"), "rrname"));
        to.domain(text(record.path("tls"), "sni")).domain(text(record.path("quic"), "sni"));
        Stream.concat(each(record.path("fileinfo")), each(record.path("files"))).forEach(file -> {
            to.file(text(file, "filename"));
            to.hash(text(file, "md5")).hash(text(file, "sha1")).hash(text(file, "sha256"));
        });
        to.file(text(record.path("smb"), "filename"));
        to.user(text(record.path("smb").path("ntlmssp"), "user"));
        JsonNode mail = record.path("email");
        to.mailbox(address(text(mail, "from")));
        texts(mail.path("to")).forEach(address -> to.mailbox(address(address)));
    }

    /// `Ana <ana@example.org>` is `ana@example.org`.
    private static String address(String mail) {
        int open = mail.indexOf('<');
        int close = mail.indexOf('>', open + 1);
        return open < 0 || close < 0 ? mail : mail.substring(open + 1, close);
    }

    private static String url(String host, String path) {
        return path.startsWith("/") && !host.isEmpty() ? "http://" + host + path : path;
    }

    private static void details(JsonNode record, AlertDraft draft) {
        JsonNode alert = record.path("alert");
        JsonNode http = record.path("http");
        JsonNode dns = record.path("dns");
        draft.detail("rule.level", text(alert, "severity"))
                .detail("category", text(alert, "category"))
                .detail("action", text(alert, "action"))
                .detail(
                        "kill_chain",
                        String.join(", ", texts(alert.path("metadata").path("mitre_tactic_name"))))
                .detail("src.ip", text(record, "src_ip"))
                .detail("src.port", text(record, "src_port"))
                .detail("dst.ip", text(record, "dest_ip"))
                .detail("dst.port", text(record, "dest_port"))
                .detail("protocol", firstText(record, "app_proto", "proto"))
                .detail("direction", text(record, "direction"))
                .detail("http.status", text(http, "status"))
                .detail("http.method", text(http, "http_method"))
                .detail("http.host", text(http, "hostname"))
                .detail("http.url", text(http, "url"))
                .detail("http.user_agent", text(http, "http_user_agent"))
                .detail("dns.query", text(dns, "rrname"))
                .detail("dns.query", text(dns.path("query").path(0), "rrname"))
                .detail("dns.query", text(dns.path("queries").path(0), "rrname"))
                .detail("tls.sni", text(record.path("tls"), "sni"))
                .detail("file.path", text(record.path("fileinfo"), "filename"))
                .detail("sensor", text(record, "host"))
                .detail("flow.id", text(record, "flow_id"));
    }
}
