package dev.analystcopilot.knowledge.demo;

import dev.analystcopilot.knowledge.alert.Severity;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Builds one OCSF Detection Finding (class 2004, schema 1.5, profiles host and security_control).
final class OcsfFinding {
    private static final int SHA_256 = 3;

    private final Instant time;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ObjectNode finding;
    private final ObjectNode evidence = JsonNodeFactory.instance.objectNode();

    private OcsfFinding(Instant time, Product product, String rule, Severity severity, String title) {
        this.time = time;
        root.put("activity_id", 1).put("activity_name", "Create");
        root.put("category_uid", 2).put("category_name", "Findings");
        root.put("class_uid", 2004).put("class_name", "Detection Finding");
        root.put("type_uid", 200401).put("type_name", "Detection Finding: Create");
        root.put("time", time.toEpochMilli());
        root.put("severity_id", severity.ocsfId()).put("severity", capitalised(severity.name()));
        root.put("status_id", 1).put("status", "New");
        root.put("is_alert", true);
        var metadata = root.putObject("metadata").put("version", "1.5.0");
        metadata.putObject("product").put("name", product.title()).put("vendor_name", "Example Works");
        metadata.putArray("profiles").add("host").add("security_control");
        finding = root.putObject("finding_info").put("title", title).put("created_time", time.toEpochMilli());
        finding.putObject("analytic")
                .put("type_id", 1)
                .put("type", "Rule")
                .put("uid", rule)
                .put("name", rule);
    }

    /// The products of the invented company that speak OCSF.
    enum Product {
        NETWORK_SENSOR("Netsensor IDS"),
        MAIL_GATEWAY("Mailgate"),
        ENDPOINT("Hostguard EDR"),
        PROXY("Webgate Proxy"),
        IDENTITY("Signin Watch"),
        SAAS("Cloud Audit"),
        DNS("Resolver Watch"),
        FILE_AUDIT("Share Audit"),
        SCANNER("Vulnerability Scanner");

        private final String title;

        Product(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    static OcsfFinding of(Instant time, Product product, String rule, Severity severity, String title) {
        return new OcsfFinding(time, product, rule, severity, title);
    }

    OcsfFinding message(String text) {
        root.put("message", text);
        finding.put("desc", text);
        return this;
    }

    /// A note that an operator or another system left on the finding.
    OcsfFinding comment(String text) {
        root.put("comment", text);
        return this;
    }

    OcsfFinding attack(String technique, String name, String tacticUid, String tactic) {
        var attack = finding.withArray("/attacks").addObject();
        attack.putObject("technique").put("uid", technique).put("name", name);
        attack.putObject("tactic").put("uid", tacticUid).put("name", tactic);
        return this;
    }

    OcsfFinding device(Machine machine) {
        root.putObject("device")
                .put("hostname", machine.name())
                .put("ip", machine.ip())
                .put("type_id", machine.name().startsWith("ws-") ? 2 : 1)
                .putObject("os")
                .put("name", machine.os().ocsfName())
                .put("type_id", machine.os().ocsfId());
        return this;
    }

    OcsfFinding user(String login) {
        root.withObject("/actor").putObject("user").put("name", login).put("domain", "EXAMPLE");
        return this;
    }

    OcsfFinding person(Person person) {
        user(person.login());
        root.withObject("/actor").withObject("/user").put("email_addr", person.mailbox());
        return this;
    }

    OcsfFinding source(String ip, int port) {
        evidence.putObject("src_endpoint").put("ip", ip).put("port", port);
        return this;
    }

    OcsfFinding target(String ip, int port) {
        evidence.putObject("dst_endpoint").put("ip", ip).put("port", port);
        return this;
    }

    OcsfFinding location(String country) {
        evidence.withObject("/src_endpoint").putObject("location").put("country", country);
        return this;
    }

    OcsfFinding process(String path, String commandLine, int pid, String sha256) {
        var process = evidence.putObject("process");
        process.put("name", fileName(path)).put("pid", pid).put("cmd_line", commandLine);
        putFile(process, path, sha256);
        return this;
    }

    OcsfFinding parent(String path, String commandLine, int pid) {
        var parent = evidence.withObject("/process").putObject("parent_process");
        parent.put("name", fileName(path)).put("pid", pid).put("cmd_line", commandLine);
        parent.putObject("file").put("name", fileName(path)).put("path", path).put("type_id", 1);
        return this;
    }

    OcsfFinding file(String path, String sha256) {
        putFile(evidence, path, sha256);
        return this;
    }

    OcsfFinding url(String url, String host) {
        evidence.putObject("url").put("url_string", url).put("hostname", host);
        return this;
    }

    OcsfFinding http(String method, int status, String userAgent) {
        evidence.putObject("http_request").put("http_method", method).put("user_agent", userAgent);
        evidence.putObject("http_response").put("code", status);
        return this;
    }

    OcsfFinding query(String hostname, String type) {
        evidence.putObject("query").put("hostname", hostname).put("type", type);
        return this;
    }

    OcsfFinding email(String from, String to, String subject) {
        var email = evidence.putObject("email").put("from", from).put("subject", subject);
        email.putArray("to").add(to);
        return this;
    }

    /// The security control let it happen.
    OcsfFinding allowed() {
        root.put("action_id", 1).put("action", "Allowed");
        root.put("disposition_id", 1).put("disposition", "Allowed");
        return this;
    }

    /// The security control stopped it.
    OcsfFinding blocked() {
        root.put("action_id", 2).put("action", "Denied");
        root.put("disposition_id", 2).put("disposition", "Blocked");
        return this;
    }

    OcsfFinding quarantined() {
        root.put("action_id", 2).put("action", "Denied");
        root.put("disposition_id", 3).put("disposition", "Quarantined");
        return this;
    }

    OcsfFinding count(int events) {
        root.put("count", events);
        return this;
    }

    Draft draft() {
        if (!evidence.isEmpty()) {
            ArrayNode evidences = root.putArray("evidences");
            evidences.add(evidence);
        }
        return new Draft(time, Form.OCSF, root);
    }

    private static void putFile(ObjectNode holder, String path, String sha256) {
        var file = holder.putObject("file");
        file.put("name", fileName(path)).put("path", path).put("type_id", 1);
        file.putArray("hashes")
                .addObject()
                .put("algorithm_id", SHA_256)
                .put("algorithm", "SHA-256")
                .put("value", sha256);
    }

    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String capitalised(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }
}
