package dev.analystcopilot.knowledge.planted;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values in JSON text, without its keys and numbers, unescaped. Lenient: whatever is no JSON is one value.
final class RawValues {
    private static final int MAX_VALUES = 5_000;

    private final String json;
    private final List<String> values;
    private int at;

    private RawValues(String json, List<String> values) {
        this.json = json;
        this.values = values;
    }

    /// Adds the values.
    static void addTo(List<String> values, String raw) {
        if (raw.isEmpty()) {
            return;
        }
        char first = raw.charAt(0);
        if (first == '{' || first == '[') {
            new RawValues(raw, values).walk();
        } else {
            values.add(raw);
        }
    }

    private void walk() {
        while (values.size() < MAX_VALUES) {
            int open = json.indexOf('"', at);
            if (open < 0) {
                return;
            }
            at = open + 1;
            String value = string();
            if (!isKey() && value != null && value.length() > 3) {
                boolean nested = value.startsWith("{\"") || value.startsWith("[{") || value.startsWith("[\"");
                if (nested) {
                    new RawValues(value, values).walk();
                } else {
                    values.add(value);
                }
            }
        }
    }

    private boolean isKey() {
        int next = at;
        while (next < json.length() && json.charAt(next) <= ' ') {
            next++;
        }
        return next < json.length() && json.charAt(next) == ':';
    }

    /// What stands to the closing quote; null for keys' sake never, for a text without end the rest.
    private @Nullable String string() {
        int from = at;
        int i = from;
        while (i < json.length() && json.charAt(i) != '"' && json.charAt(i) != '\\') {
            i++;
        }
        if (i >= json.length()) {
            at = json.length();
            return json.substring(from);
        }
        if (json.charAt(i) == '"') {
            at = i + 1;
            return json.substring(from, i);
        }
        var value = new StringBuilder(i - from + 64).append(json, from, i);
        while (i < json.length() && json.charAt(i) != '"') {
            i = json.charAt(i) == '\\' ? escape(value, i + 1) : plain(value, i);
        }
        at = Math.min(json.length(), i + 1);
        return value.toString();
    }

    private int plain(StringBuilder value, int i) {
        value.append(json.charAt(i));
        return i + 1;
    }

    private int escape(StringBuilder value, int i) {
        if (i >= json.length()) {
            return i;
        }
        char c = json.charAt(i);
        switch (c) {
            case 'n', 'r' -> value.append('\n');
            case 't', 'b', 'f' -> value.append(' ');
            case 'u' -> {
                int code = hex(i + 1);
                if (code >= 0) {
                    value.append((char) code);
                    return i + 5;
                }
            }
            default -> value.append(c);
        }
        return i + 1;
    }

    private int hex(int from) {
        if (from + 4 > json.length()) {
            return -1;
        }
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(json.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
