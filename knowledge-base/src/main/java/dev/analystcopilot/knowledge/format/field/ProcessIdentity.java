package dev.analystcopilot.knowledge.format.field;

import java.util.Locale;
import java.util.regex.Pattern;

/// What tells one run of a program from all others: a number is used again by the next process, so the time at which it
/// began belongs to it.
public final class ProcessIdentity {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,10}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,8}");
    private static final Pattern GUID =
            Pattern.compile("\\{?([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})}?");

    /// The kernel and the first process run on every machine as long as it is on: they relate nothing.
    private static final long LAST_OF_THE_SYSTEM = 4;

    private ProcessIdentity() {}

    /// `host|pid|start` with the start in whole seconds, since sources differ in what lies beyond; empty if anything is
    /// missing or unreadable.
    public static String of(String host, String pid, String start) {
        long number = number(pid.strip());
        if (host.isBlank() || number <= LAST_OF_THE_SYSTEM || start.isBlank()) {
            return "";
        }
        try {
            return host.strip().toLowerCase(Locale.ROOT)
                    + '|'
                    + number
                    + '|'
                    + Times.read(start).getEpochSecond();
        } catch (UnreadableRecordException ignored) {
            // A start that cannot be read costs the identity, not the alert.
            return "";
        }
    }

    /// A GUID that the source itself gives to a process, without braces; empty if it is none, or all zeros.
    public static String ofGuid(String guid) {
        var matcher = GUID.matcher(guid.strip());
        if (!matcher.matches() || matcher.group(1).chars().allMatch(c -> c == '0' || c == '-')) {
            return "";
        }
        return matcher.group(1).toLowerCase(Locale.ROOT);
    }

    private static long number(String pid) {
        if (DECIMAL.matcher(pid).matches()) {
            return Long.parseLong(pid);
        }
        return HEXADECIMAL.matcher(pid).matches() ? Long.parseLong(pid.substring(2), 16) : -1;
    }
}
