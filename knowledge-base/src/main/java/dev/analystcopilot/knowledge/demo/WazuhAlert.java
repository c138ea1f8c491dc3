package dev.analystcopilot.knowledge.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Builds one alert in the shape of Wazuh's own `alerts.json`.
final class WazuhAlert {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SYSLOG =
            DateTimeFormatter.ofPattern("MMM dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Instant time;
    private final Machine machine;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ObjectNode rule;

    private WazuhAlert(Instant time, Machine machine, int id, int level, String description) {
        this.time = time;
        this.machine = machine;
        root.put("timestamp", STAMP.format(time));
        rule = root.putObject("rule");
        rule.put("level", level).put("description", description).put("id", Integer.toString(id));
        rule.put("mail", level >= 12);
        root.putObject("agent")
                .put("id", machine.agent())
                .put("name", machine.name())
                .put("ip", machine.ip());
        root.putObject("manager").put("name", "wazuh-ber-01");
    }

    static WazuhAlert of(Instant time, Machine machine, int ruleId, int level, String description) {
        return new WazuhAlert(time, machine, ruleId, level, description);
    }

    WazuhAlert groups(String... groups) {
        var array = rule.putArray("groups");
        for (String group : groups) {
            array.add(group);
        }
        return this;
    }

    WazuhAlert mitre(String technique, String name, String tactic) {
        var mitre = rule.putObject("mitre");
        mitre.putArray("id").add(technique);
        mitre.putArray("tactic").add(tactic);
        mitre.putArray("technique").add(name);
        return this;
    }

    WazuhAlert fired(int times) {
        rule.put("firedtimes", times);
        return this;
    }

    /// A syslog line with its decoder.
    WazuhAlert syslog(String decoder, String program, int pid, String location, String text) {
        root.put("full_log", "%s %s %s[%d]: %s".formatted(SYSLOG.format(time), machine.name(), program, pid, text));
        root.putObject("predecoder")
                .put("program_name", program)
                .put("timestamp", SYSLOG.format(time))
                .put("hostname", machine.name());
        root.putObject("decoder").put("name", decoder);
        root.put("location", location);
        return this;
    }

    /// A line of a file as it stands, such as a web server's access log.
    WazuhAlert line(String decoder, String location, String text) {
        root.put("full_log", text);
        root.putObject("decoder").put("name", decoder);
        root.put("location", location);
        return this;
    }

    WazuhAlert data(String key, String value) {
        root.withObject("/data").put(key, value);
        return this;
    }

    WazuhAlert syscheck(String path, String event, String sha256, String owner) {
        root.putObject("syscheck")
                .put("path", path)
                .put("event", event)
                .put("mode", "realtime")
                .put("sha256_after", sha256)
                .put("uname_after", owner);
        return line("syscheck_integrity_changed", "syscheck", "File '%s' %s".formatted(path, event));
    }

    /// A Windows event; `pairs` are names and values of its event data.
    WazuhAlert windows(String channel, int eventId, String... pairs) {
        var win = root.withObject("/data").putObject("win");
        win.putObject("system")
                .put("channel", channel)
                .put("eventID", Integer.toString(eventId))
                .put("computer", machine.name() + "." + Site.DOMAIN)
                .put("systemTime", time.toString());
        var data = win.putObject("eventdata");
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            data.put(pairs[i], pairs[i + 1]);
        }
        root.putObject("decoder").put("name", "windows_eventchannel");
        root.put("location", "EventChannel");
        return this;
    }

    Draft draft() {
        return new Draft(time, Form.WAZUH, root);
    }
}
