package dev.analystcopilot.knowledge.reference;

import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.knowledge.postgres.reference.Asset.Criticality;
import dev.analystcopilot.knowledge.postgres.reference.Asset.Exposure;
import dev.analystcopilot.knowledge.postgres.reference.Asset.Software;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Rows of an inventory as machines.
final class AssetRows {
    private static final Pattern VERSIONED = Pattern.compile("(.+?)(?:\\s*[@:=]\\s*|\\s+)(v?\\d[\\w.+~-]*)");
    private static final Pattern PORT = Pattern.compile("(\\d{1,5})(?:/(?:tcp|udp))?", Pattern.CASE_INSENSITIVE);

    private AssetRows() {}

    static Asset read(Row row) {
        String host = row.text("host", "hostname", "host_name", "name", "asset", "主机", "主机名")
                .orElseThrow(() -> new RowException("there is no host: fill the column 'host'"));
        List<Software> software = new ArrayList<>();
        row.node("software", "applications", "packages", "软件").ifPresent(node -> {
            if (node.isArray()) {
                node.forEach(element -> software.add(software(element)));
            } else {
                row.texts("software", "applications", "packages", "软件").forEach(each -> software.add(software(each)));
            }
        });
        return new Asset(
                host,
                addresses(row.texts("addresses", "address", "ip", "ips", "ip_address", "ip_addresses", "ip地址", "地址")),
                row.text("owner", "responsible", "team", "负责人").orElse(""),
                row.text("role", "function", "purpose", "用途", "角色").orElse(""),
                criticality(row.text("criticality", "importance", "重要性", "等级").orElse("medium")),
                software,
                ports(row.texts("open_ports", "ports", "services", "开放端口", "端口")),
                exposure(row.text("exposure", "exposures", "zone", "暴露面").orElse("internal")));
    }

    private static List<String> addresses(List<String> addresses) {
        return addresses.stream().map(Values::address).toList();
    }

    private static Software software(JsonNode node) {
        if (!node.isObject()) {
            return software(Row.text(node));
        }
        String name = Row.text(node.path("name"));
        if (name.isEmpty()) {
            throw new RowException("a software has no name: write {\"name\": …, \"version\": …}");
        }
        return new Software(name, node.path("version").isMissingNode() ? "" : Row.text(node.path("version")));
    }

    /// `Apache Tomcat 9.0.30`, `openssh@8.4`, or a name alone.
    private static Software software(String text) {
        Matcher versioned = VERSIONED.matcher(text.strip());
        return versioned.matches() ? new Software(versioned.group(1), versioned.group(2)) : new Software(text, "");
    }

    private static List<Integer> ports(List<String> texts) {
        return texts.stream()
                .map(text -> {
                    Matcher port = PORT.matcher(text);
                    if (!port.matches() || Integer.parseInt(port.group(1)) > 65_535) {
                        throw new RowException(
                                "'" + text + "' is no port: write numbers from 0 to 65535, such as 22;443");
                    }
                    return Integer.valueOf(port.group(1));
                })
                .toList();
    }

    private static Criticality criticality(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "low", "低" -> Criticality.LOW;
            case "medium", "moderate", "normal", "中" -> Criticality.MEDIUM;
            case "high", "高" -> Criticality.HIGH;
            case "critical", "关键", "严重", "极高" -> Criticality.CRITICAL;
            default ->
                throw new RowException(
                        "criticality is low, medium, high or critical, not '" + Values.shown(text) + "'");
        };
    }

    private static Exposure exposure(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "internet", "external", "public", "dmz", "互联网", "外网" -> Exposure.INTERNET;
            case "internal", "intranet", "private", "none", "内网" -> Exposure.INTERNAL;
            default -> throw new RowException("exposure is internet or internal, not '" + Values.shown(text) + "'");
        };
    }
}
