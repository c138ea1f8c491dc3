package dev.analystcopilot.triage.export;

import dev.analystcopilot.knowledge.alert.Entity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What alerts name, as STIX cyber-observable objects. A host is none: STIX has it as an identity of class `system`.
final class StixObservables {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9a-f:]+(?:\\d+\\.\\d+\\.\\d+\\.\\d+)?");
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
    private static final Map<Integer, String> HASHES = Map.of(32, "MD5", 40, "SHA-1", 64, "SHA-256", 128, "SHA-512");

    private StixObservables() {}

    /// The object itself, last, after those that it refers to; empty for what STIX has no such object for.
    static List<ObjectNode> of(Entity entity) {
        return switch (entity) {
            case Entity.Host ignored -> List.of();
            case Entity.Ip ip -> ip(ip.value()).map(List::of).orElse(List.of());
            case Entity.Domain domain -> List.of(simple("domain-name", "value", domain.value()));
            case Entity.Url url -> List.of(simple("url", "value", url.value()));
            case Entity.User user -> List.of(simple("user-account", "account_login", user.value()));
            case Entity.Mailbox mailbox ->
                List.of(
                        MAIL.matcher(mailbox.value()).matches()
                                ? simple("email-addr", "value", mailbox.value())
                                : simple("user-account", "account_login", mailbox.value()));
            case Entity.Process process -> List.of(process(process.value()));
            case Entity.Hash hash -> hash(hash.value()).map(List::of).orElse(List.of());
            case Entity.File file -> file(file.value());
        };
    }

    private static ObjectNode object(String type, String id) {
        return NODES.objectNode().put("type", type).put("spec_version", "2.1").put("id", id);
    }

    private static ObjectNode simple(String type, String property, String value) {
        ObjectNode identifying = NODES.objectNode().put(property, value);
        return object(type, StixIds.observable(type, identifying)).put(property, value);
    }

    private static Optional<ObjectNode> ip(String value) {
        if (IPV4.matcher(value).matches()) {
            return Optional.of(simple("ipv4-addr", "value", value));
        }
        return IPV6.matcher(value).matches() ? Optional.of(simple("ipv6-addr", "value", value)) : Optional.empty();
    }

    /// A process has no identifying properties in STIX: its id is of this product's making.
    private static ObjectNode process(String commandLine) {
        return object("process", StixIds.ours("process", commandLine)).put("command_line", commandLine);
    }

    private static Optional<ObjectNode> hash(String value) {
        String kind = HEX.matcher(value).matches() ? HASHES.get(value.length()) : null;
        if (kind == null) {
            return Optional.empty();
        }
        ObjectNode identifying = NODES.objectNode();
        identifying.putObject("hashes").put(kind, value);
        ObjectNode file = object("file", StixIds.observable("file", identifying));
        file.putObject("hashes").put(kind, value);
        return Optional.of(file);
    }

    private static List<ObjectNode> file(String path) {
        int cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        String name = path.substring(cut + 1);
        if (name.isEmpty()) {
            return List.of(simple("directory", "path", path));
        }
        if (cut < 0) {
            return List.of(simple("file", "name", name));
        }
        ObjectNode directory = simple("directory", "path", cut == 0 ? path.substring(0, 1) : path.substring(0, cut));
        String parent = directory.path("id").asString();
        ObjectNode identifying = NODES.objectNode().put("name", name).put("parent_directory_ref", parent);
        ObjectNode file = object("file", StixIds.observable("file", identifying))
                .put("name", name)
                .put("parent_directory_ref", parent);
        return List.of(directory, file);
    }
}
