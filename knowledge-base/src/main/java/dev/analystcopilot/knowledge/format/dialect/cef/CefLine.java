package dev.analystcopilot.knowledge.format.dialect.cef;

import dev.analystcopilot.knowledge.format.field.UnreadableRecordException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a CEF line apart: seven header fields between bars, then `key=value` pairs. In the header `\|` and `\\` are
/// escaped, in values `\=`, `\\`, `\n` and `\r`. Values may hold blanks; the next key ends one.
///
/// Syntax: ArcSight, "Implementing ArcSight Common Event Format", version 0 and 1.
final class CefLine {
    private static final String MARK = "CEF:";
    private static final List<String> HEADER = List.of(
            "cefVersion", "deviceVendor", "deviceProduct", "deviceVersion", "signatureId", "name", "deviceSeverity");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([=\\\\|nr])");
    private static final Pattern KEY = Pattern.compile("(?:^|(?<=\\s))([\\w.\\[\\]-]{1,100})=");

    /// The name under which what stands before the mark is kept.
    static final String SYSLOG = "syslogHeader";

    private CefLine() {}

    static boolean isOne(String line) {
        int mark = line.indexOf(MARK);
        return mark >= 0 && mark < 300 && line.indexOf('|', mark) > mark;
    }

    /// @throws UnreadableRecordException if it is no CEF line
    static Map<String, String> fields(String line) {
        int mark = line.indexOf(MARK);
        if (mark < 0) {
            throw new UnreadableRecordException("it has no 'CEF:', as lines of the Common Event Format do");
        }
        List<String> header = new ArrayList<>();
        int end = header(line, mark + MARK.length(), header);
        if (header.size() < HEADER.size()) {
            throw new UnreadableRecordException("its CEF header has " + header.size()
                    + " of 7 fields (version|vendor|product|version|signature|name|severity|); "
                    + "bars within a field have to be written as \\|");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < HEADER.size(); i++) {
            fields.put(HEADER.get(i), header.get(i));
        }
        extension(line.substring(end), fields);
        String before = line.substring(0, mark).strip();
        if (!before.isEmpty()) {
            fields.putIfAbsent(SYSLOG, before);
        }
        return fields;
    }

    /// Reads up to seven fields; where the seventh has no bar after it, the line ends it.
    ///
    /// @return the position after them
    private static int header(String line, int from, List<String> to) {
        var field = new StringBuilder();
        int i = from;
        while (i < line.length() && to.size() < HEADER.size()) {
            char c = line.charAt(i++);
            boolean escaped = c == '\\' && i < line.length() && "|\\".indexOf(line.charAt(i)) >= 0;
            if (escaped) {
                field.append(line.charAt(i++));
            } else if (c == '|') {
                to.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (to.size() == HEADER.size() - 1) {
            to.add(field.toString().strip());
        }
        return i;
    }

    private static void extension(String text, Map<String, String> to) {
        List<MatchResult> keys = KEY.matcher(text).results().toList();
        for (int i = 0; i < keys.size(); i++) {
            int end = i + 1 < keys.size() ? keys.get(i + 1).start() : text.length();
            String value = unescaped(text.substring(keys.get(i).end(), end)).strip();
            to.putIfAbsent(keys.get(i).group(1), value);
        }
    }

    /// A backslash before anything else stands for itself: paths are often written without escapes.
    private static String unescaped(String value) {
        return value.indexOf('\\') < 0 ? value : ESCAPE.matcher(value).replaceAll(CefLine::meant);
    }

    private static String meant(MatchResult escape) {
        return switch (escape.group(1)) {
            case "n" -> "\n";
            case "r" -> "\r";
            default -> Matcher.quoteReplacement(escape.group(1));
        };
    }
}
