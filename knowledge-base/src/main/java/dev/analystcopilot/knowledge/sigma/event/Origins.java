package dev.analystcopilot.knowledge.sigma.event;

import dev.analystcopilot.knowledge.sigma.rule.FieldValue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Recognises the log that an event comes from, by what only that log's events have.
final class Origins {
    private final WindowsLogs windows;

    Origins(WindowsLogs windows) {
        this.windows = windows;
    }

    /// @param fields by their names in small letters, Sigma's among them
    Origin of(Map<String, List<FieldValue>> fields) {
        String channel = first(fields, "channel");
        String provider = first(fields, "provider_name");
        String event = first(fields, "eventid");
        if (provider.contains("linux-sysmon")) {
            return new Origin(Optional.of("linux"), windows.categories(WindowsLogs.SYSMON, event), Set.of("sysmon"));
        }
        if (channel.isEmpty() && provider.contains("sysmon")) {
            channel = WindowsLogs.SYSMON;
        }
        if (!windows.services(channel).isEmpty() || provider.startsWith("microsoft-windows")) {
            return windows(channel, event, first(fields, "eventtype"));
        }
        return other(fields);
    }

    private Origin windows(String channel, String event, String type) {
        Set<String> categories = new HashSet<>(windows.categories(channel, event));
        if (type.startsWith("delete")) {
            categories.remove("registry_add");
        } else if (type.startsWith("create")) {
            categories.remove("registry_delete");
        }
        return new Origin(Optional.of("windows"), categories, windows.services(channel));
    }

    private static Origin other(Map<String, List<FieldValue>> fields) {
        if (first(fields, "eventsource").endsWith(".amazonaws.com")) {
            return origin("aws", Set.of(), Set.of("cloudtrail"));
        }
        if (fields.containsKey("objectref.resource") || fields.containsKey("auditid")) {
            return origin("kubernetes", Set.of("application"), Set.of("audit"));
        }
        if (fields.containsKey("protopayload.@type")) {
            return origin("gcp", Set.of(), Set.of("gcp.audit", "google_workspace.admin", "google_workspace.login"));
        }
        if (fields.containsKey("id.orig_h") && fields.containsKey("uid")) {
            String path = first(fields, "_path");
            return origin(
                    "zeek", path.equals("dns") ? Set.of("dns") : Set.of(), path.isEmpty() ? Set.of() : Set.of(path));
        }
        if (fields.containsKey("actor.alternateid") && fields.containsKey("eventtype")) {
            return origin("okta", Set.of(), Set.of("okta"));
        }
        if (fields.containsKey("syscall") || fields.containsKey("a0")) {
            return origin("linux", Set.of(), Set.of("auditd"));
        }
        if (fields.containsKey("cs-method") || fields.containsKey("http.request.method")) {
            return new Origin(Optional.empty(), Set.of("webserver", "proxy"), Set.of());
        }
        return byEcs(fields);
    }

    /// Elastic's fields name the operating system and the kind of event.
    private static Origin byEcs(Map<String, List<FieldValue>> fields) {
        String system = first(fields, "host.os.type");
        var categories = new HashSet<String>();
        for (FieldValue category : fields.getOrDefault("event.category", List.of())) {
            switch (category.folded()) {
                case "process" -> categories.add("process_creation");
                case "file" -> categories.add("file_event");
                case "registry" -> categories.addAll(Set.of("registry_event", "registry_set"));
                case "network" -> categories.addAll(Set.of("network_connection", "dns_query"));
                case "library" -> categories.add("image_load");
                case "driver" -> categories.add("driver_load");
                default -> {
                    // Others say nothing that Sigma has a name for.
                }
            }
        }
        return new Origin(Optional.of(system).filter(name -> !name.isEmpty()), categories, Set.of());
    }

    private static Origin origin(String product, Set<String> categories, Set<String> services) {
        return new Origin(Optional.of(product), categories, services);
    }

    private static String first(Map<String, List<FieldValue>> fields, String name) {
        List<FieldValue> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().text().toLowerCase(Locale.ROOT);
    }
}
