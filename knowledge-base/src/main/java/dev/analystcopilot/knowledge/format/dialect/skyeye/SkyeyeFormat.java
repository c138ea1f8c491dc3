package dev.analystcopilot.knowledge.format.dialect.skyeye;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.format.dialect.JsonFormat;
import dev.analystcopilot.knowledge.format.field.AlertDraft;
import dev.analystcopilot.knowledge.format.field.Fields;
import dev.analystcopilot.knowledge.format.field.HttpStatus;
import dev.analystcopilot.knowledge.format.field.Json;
import dev.analystcopilot.knowledge.format.field.Outcomes;
import dev.analystcopilot.knowledge.format.field.Severities;
import dev.analystcopilot.knowledge.format.field.Times;
import dev.analystcopilot.knowledge.format.field.UnreadableRecordException;
import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Alarms of the QiAnXin SkyEye network sensor (奇安信天眼), as JSON or as JSON in a syslog line. Its versions name fields
/// differently and spell values in Chinese or as numbers.
public final class SkyeyeFormat implements JsonFormat {
    /// A time without a zone is written by a sensor's own clock.
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Pattern LEVEL = Pattern.compile("[0-9]{1,2}");
    private static final Pattern TECHNIQUES = Pattern.compile("(?i)att_?ck.*|.*technique.*|mitre.*|attack_id");

    @Override
    public String name() {
        return "skyeye";
    }

    @Override
    public boolean recognises(JsonNode record) {
        return record.has("sip")
                && record.has("dip")
                && Stream.of(
                                "rule_name",
                                "attack_type",
                                "hazard_level",
                                "kill_chain",
                                "kill_chain_all",
                                "vuln_name",
                                "threat_name",
                                "skyeye_type",
                                "attack_result",
                                "host_state",
                                "req_header",
                                "ioc")
                        .anyMatch(record::has);
    }

    @Override
    public AlertDraft read(JsonNode record) {
        if (!recognises(record)) {
            throw new UnreadableRecordException(
                    "it lacks 'sip', 'dip' and 'rule_name' or 'attack_type', as alarms of SkyEye have them");
        }
        Fields fields = Fields.of(record);
        String title = fields.text("rule_name", "vuln_name", "threat_name", "attack_type", "ioc");
        var request = WebRequest.of(fields);
        var draft = new AlertDraft()
                .id(fields.text("alarm_id", "alert_id", "event_id", "uuid"))
                .source("skyeye")
                .rule(either(fields.text("rule_id", "sig_id", "rule_name"), title))
                .title(title)
                .message(fields.text("detail_info", "description", "rule_desc", "vuln_desc", "desc"))
                .time(Times.read(
                        fields.text(
                                "access_time",
                                "alarm_time",
                                "event_time",
                                "happen_time",
                                "attack_time",
                                "@timestamp",
                                "timestamp",
                                "time",
                                "write_date",
                                "first_access_time"),
                        ZONE))
                .severity(severity(
                        fields.text("hazard_level", "hazard_rating", "severity", "threat_level", "alarm_level")))
                .outcome(outcome(fields));
        fields.all(TECHNIQUES).flatMap(Json::each).forEach(node -> draft.techniquesIn(Json.text(node)));
        entities(fields, request, draft);
        details(fields, request, draft);
        return draft;
    }

    /// 8 to 10 are 危急, 6 and 7 高危, 4 and 5 中危, below 低危.
    private static Severity severity(String level) {
        if (!LEVEL.matcher(level).matches()) {
            return Severities.ofName(level);
        }
        int number = Integer.parseInt(level);
        if (number > 10 || number == 0) {
            return Severity.UNKNOWN;
        } else if (number >= 8) {
            return Severity.CRITICAL;
        } else if (number >= 6) {
            return Severity.HIGH;
        }
        return number >= 4 ? Severity.MEDIUM : Severity.LOW;
    }

    /// The sensor's own verdict, then what was done about it, then the server's answer.
    private static Outcome outcome(Fields fields) {
        return Stream.of("attack_result", "host_state", "attack_status", "alarm_result", "result", "action", "block")
                .map(name -> Outcomes.ofName(fields.text(name)))
                .filter(outcome -> outcome != Outcome.UNKNOWN)
                .findFirst()
                .orElseGet(() -> HttpStatus.outcome(fields.text("rsp_status", "status_code")));
    }

    private static void entities(Fields fields, WebRequest request, AlertDraft draft) {
        var to = draft.entities();
        Stream.of("sip", "dip", "attacker", "victim", "attack_sip", "alarm_sip").forEach(f -> to.ip(fields.text(f)));
        for (String forwarded : fields.text("xff", "x_forwarded_for").split("[,;\\s]+")) {
            to.ip(forwarded);
        }
        to.domain(request.server()).url(request.url());
        to.domain(fields.text("dns_domain", "domain", "dns_query", "query"));
        to.file(fields.text("file_name", "filename", "file_path"));
        Stream.of("file_md5", "md5", "file_sha1", "sha1", "file_sha256", "sha256", "ioc")
                .forEach(f -> to.hash(fields.text(f)));
        to.user(fields.text("username", "user_name", "user", "account", "login_user"));
        Stream.of("mail_from", "mail_to", "from", "to").forEach(f -> to.mailbox(fields.text(f)));
        to.host(fields.text("victim_name", "asset_name", "host_name", "hostname"));
    }

    private static void details(Fields fields, WebRequest request, AlertDraft draft) {
        draft.detail("src.ip", fields.text("sip"))
                .detail("src.port", fields.text("sport"))
                .detail("dst.ip", fields.text("dip"))
                .detail("dst.port", fields.text("dport"))
                .detail("protocol", fields.text("proto", "protocol", "app_proto"))
                .detail("direction", fields.text("direction", "attack_direction"))
                .detail("category", fields.text("attack_type", "attack_type_all", "super_type", "type"))
                .detail("kill_chain", fields.text("kill_chain_all", "kill_chain"))
                .detail("rule.level", fields.text("hazard_level", "hazard_rating", "severity"))
                .detail("action", fields.text("action"))
                .detail("result", fields.text("attack_result", "host_state", "attack_status"))
                .detail("attacker", fields.text("attacker", "attack_sip"))
                .detail("victim", fields.text("victim", "alarm_sip"))
                .detail("http.status", fields.text("rsp_status", "status_code"))
                .detail("http.method", request.method())
                .detail("http.host", request.host())
                .detail("http.url", request.path())
                .detail("http.user_agent", fields.text("agent", "user_agent"))
                .detail("http.request", fields.text("req_header", "req_body"))
                .detail("http.response", fields.text("rsp_body", "rsp_header"))
                .detail("dns.query", fields.text("dns_domain", "dns_query"))
                .detail("file.path", fields.text("file_path", "file_name"));
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
