package dev.analystcopilot.knowledge.format.dialect.wazuh;

import static dev.analystcopilot.knowledge.format.field.Json.each;
import static dev.analystcopilot.knowledge.format.field.Json.firstText;
import static dev.analystcopilot.knowledge.format.field.Json.text;

import dev.analystcopilot.knowledge.format.field.EntityList;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What a Wazuh alert is about. Its decoders name the same thing in several ways; every spelling is looked up.
final class WazuhEntities {
    private static final Pattern LONE_BACKSLASH = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\(?![\\\\\"])");

    private WazuhEntities() {}

    static void collect(JsonNode alert, EntityList to) {
        JsonNode data = alert.path("data");
        JsonNode agent = alert.path("agent");
        String host = text(agent, "name");
        to.host(host).ip(text(agent, "ip"));
        otherName(host, text(alert.path("predecoder"), "hostname"), to);
        network(data, to);
        accounts(data, to);
        windows(data.path("win"), host, to);
        linux(data, to);
        fileChange(alert.path("syscheck"), to);
    }

    private static void network(JsonNode data, EntityList to) {
        Stream.of("srcip", "src_ip", "client_ip", "dstip", "dst_ip", "dest_ip").forEach(f -> to.ip(text(data, f)));
        JsonNode aws = data.path("aws");
        to.ip(firstText(aws, "source_ip_address", "sourceIPAddress"));
        to.ip(firstText(data.path("office365"), "ClientIP", "ClientIPAddress"));
        to.url(text(data, "url"));
        to.domain(text(data.path("http"), "hostname")).url(text(data.path("http"), "url"));
        to.domain(text(data.path("tls"), "sni"));
        each(data.path("dns").path("query")).forEach(query -> to.domain(text(query, "rrname")));
        to.domain(text(data.path("dns"), "rrname"));
    }

    private static void accounts(JsonNode data, EntityList to) {
        to.user(text(data, "srcuser")).user(text(data, "dstuser")).user(text(data, "user"));
        to.user(text(data.path("aws").path("userIdentity"), "userName"));
        String cloudUser = text(data.path("office365"), "UserId");
        to.user(cloudUser).mailbox(cloudUser);
    }

    private static void windows(JsonNode win, String host, EntityList to) {
        JsonNode event = win.path("eventdata");
        to.process(plain(firstText(event, "commandLine", "image", "newProcessName", "sourceImage", "processName")));
        to.process(plain(firstText(event, "parentCommandLine", "parentImage", "parentProcessName")));
        to.process(plain(text(event, "targetImage")));
        Stream.of("user", "targetUserName", "subjectUserName", "sourceUser", "targetUser", "parentUser")
                .forEach(f -> to.user(plain(text(event, f))));
        Stream.of("ipAddress", "sourceIp", "destinationIp").forEach(f -> to.ip(text(event, f)));
        to.domain(text(event, "destinationHostname")).domain(text(event, "queryName"));
        Stream.of("targetFilename", "imageLoaded", "imagePath", "serviceFileName", "path")
                .forEach(f -> to.file(plain(text(event, f))));
        hashes(firstText(event, "hashes", "hash"), to);
        otherName(host, text(win.path("system"), "computer"), to);
        otherName(host, text(event, "workstationName"), to);
    }

    private static void linux(JsonNode data, EntityList to) {
        JsonNode audit = data.path("audit");
        String arguments = arguments(audit);
        to.process(arguments.isEmpty() ? firstText(audit, "exe", "command") : arguments);
        to.process(text(data, "command"));
        to.file(text(audit.path("file"), "name")).file(text(data, "file"));
        JsonNode scanned = data.path("virustotal").path("source");
        to.file(text(scanned, "file")).hash(text(scanned, "md5")).hash(text(scanned, "sha1"));
        Stream.of("md5", "sha1", "sha256").forEach(f -> to.hash(text(data, f)));
    }

    /// The command line that the kernel's audit saw, put together from its arguments.
    static String arguments(JsonNode audit) {
        return audit.path("execve")
                .propertyStream()
                .filter(e -> e.getKey().matches("a[0-9]{1,2}"))
                .sorted((a, b) -> Integer.compare(number(a.getKey()), number(b.getKey())))
                .map(e -> text(e.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static void fileChange(JsonNode syscheck, EntityList to) {
        to.file(text(syscheck, "path")).user(text(syscheck, "uname_after"));
        to.user(text(syscheck.path("audit").path("user"), "name"));
        to.process(text(syscheck.path("audit").path("process"), "name"));
        Stream.of("md5_after", "sha1_after", "sha256_after").forEach(f -> to.hash(text(syscheck, f)));
    }

    /// Adds a second name only where it is another host: `web-01.example.org` is the agent `web-01`.
    private static void otherName(String host, String name, EntityList to) {
        String known = host.toLowerCase(Locale.ROOT);
        String other = name.toLowerCase(Locale.ROOT);
        if (!other.equals(known) && !other.startsWith(known + ".")) {
            to.host(name);
        }
    }

    /// Sysmon's `SHA1=…,MD5=…,IMPHASH=…`. IMPHASH is left out: many unrelated programs share one.
    private static void hashes(String list, EntityList to) {
        for (String hash : list.split(",")) {
            int equals = hash.indexOf('=');
            if (!hash.startsWith("IMPHASH")) {
                to.hash(hash.substring(equals + 1));
            }
        }
    }

    /// Wazuh's Windows decoder hands on text with backslashes and quotes escaped once more, and with XML entities. Text
    /// with a single backslash somewhere was not escaped.
    static String plain(String text) {
        String unescaped = LONE_BACKSLASH.matcher(text).find()
                ? text
                : text.replace("\\\\", "\\").replace("\\\"", "\"");
        return unescaped
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private static int number(String argument) {
        return Integer.parseInt(argument.substring(1));
    }
}
