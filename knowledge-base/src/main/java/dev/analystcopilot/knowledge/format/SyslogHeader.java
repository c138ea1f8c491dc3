package dev.analystcopilot.knowledge.format;

import java.util.regex.Pattern;

/// What a syslog daemon writes in front of a JSON object: priority, time, host, program. Sensors also put a mark of
/// their own there, such as `webids_alert|!`.
final class SyslogHeader {
    private static final int MAX_LENGTH = 400;

    /// A priority, a time of either syslog standard, a program's name with a colon, or a sensor's mark.
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:<[0-9]{1,3}>|[A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} |[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:]{5}"
                    + "|[\\w./\\[\\]-]{1,64}: ?$|[\\w.-]{1,64}\\|!?$).*");

    private SyslogHeader() {}

    /// The object's text; the line as it is if it has no such header.
    static String without(String line) {
        int brace = line.indexOf('{');
        if (brace <= 0 || brace > MAX_LENGTH || !line.endsWith("}")) {
            return line;
        }
        return BEGINNING.matcher(line.substring(0, brace)).matches() ? line.substring(brace) : line;
    }
}
