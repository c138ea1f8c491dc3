package dev.analystcopilot.knowledge.sigma.event;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What Sigma calls the logs of Windows and the kinds of events in them.
final class WindowsLogs {
    static final String SYSMON = "microsoft-windows-sysmon/operational";
    private static final String TABLE = "/knowledge/sigma/windows.tsv";

    private final Map<String, Set<String>> names = new HashMap<>();

    private WindowsLogs() {}

    static WindowsLogs load() {
        var logs = new WindowsLogs();
        Tables.rows(TABLE, 3)
                .forEach(row -> logs.names
                        .computeIfAbsent(
                                key(row.getFirst().toLowerCase(Locale.ROOT), row.get(1)), key -> new HashSet<>())
                        .addAll(Set.of(row.get(2).split(" "))));
        return logs;
    }

    /// The services of a channel.
    Set<String> services(String channel) {
        return names.getOrDefault(key(channel, ""), Set.of());
    }

    /// The categories of a kind of event.
    Set<String> categories(String channel, String event) {
        var categories = new HashSet<String>();
        names.getOrDefault(key(channel, event), Set.of()).forEach(name -> categories.add(name.substring(1)));
        return categories;
    }

    private static String key(String channel, String event) {
        return channel + '\t' + event;
    }
}
