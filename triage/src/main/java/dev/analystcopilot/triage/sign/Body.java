package dev.analystcopilot.triage.sign;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The fields of one alert's body as [PlainText]: in small letters, a blank before and behind each.
final class Body {
    private static final List<Field> RUN = List.of(
            Field.COMMAND,
            Field.PARENT_COMMAND,
            Field.SCRIPT,
            Field.SERVICE_PATH,
            Field.TASK_CONTENT,
            Field.VALUE,
            Field.DECODED);

    private static final Set<Field> OF_THE_RULE =
            EnumSet.of(Field.TITLE, Field.RULE, Field.GROUPS, Field.DECODER, Field.LOCATION, Field.SOURCE_IP);

    private final Map<Field, String> values = new EnumMap<>(Field.class);
    /// The pairs of characters of the fields that were searched. Fields do not change once they are.
    private final Map<Field, long[]> pairs = new EnumMap<>(Field.class);
    private final StringBuilder written = new StringBuilder();
    private int level = -1;

    /// The field's text; empty where the alert has none.
    String get(Field field) {
        return values.getOrDefault(field, "");
    }

    boolean has(Field field) {
        return values.containsKey(field);
    }

    /// Whether there is anything beside what the rule that fired says of itself.
    boolean tellsMoreThanTitle() {
        return values.keySet().stream().anyMatch(field -> !OF_THE_RULE.contains(field));
    }

    /// What is run, as it was written: capitals and obfuscation included.
    String written() {
        return written.toString();
    }

    /// The rule's level, -1 where there is none.
    int level() {
        return level;
    }

    void level(int ofRule) {
        this.level = ofRule;
    }

    void add(Field field, String text) {
        if (RUN.contains(field) && written.length() < PlainText.MOST) {
            written.append(PlainText.shortened(text)).append('\n');
        }
        String plain = PlainText.of(text);
        if (plain.isBlank() || plain.equals(" - ")) {
            return;
        }
        String before = values.get(field);
        if (before == null) {
            values.put(field, plain);
        } else if (field.gathers() && before.length() < PlainText.MOST && !before.contains(plain)) {
            values.put(field, before + plain);
        }
    }

    /// Adds one argument to a command line that comes in pieces.
    void addPart(Field field, String text) {
        if (written.length() < PlainText.MOST) {
            written.append(PlainText.shortened(text)).append(' ');
        }
        String before = values.getOrDefault(field, " ");
        if (before.length() < PlainText.MOST) {
            values.put(field, before + PlainText.of(text).stripLeading());
        }
    }

    void gatherCode() {
        var code = new StringBuilder();
        for (Field field : RUN) {
            code.append(get(field));
        }
        // A log line that nobody took apart may hold a command; one about a web request holds what a stranger wrote.
        if (code.isEmpty() && !has(Field.URL)) {
            code.append(get(Field.LOG));
        }
        if (!code.isEmpty()) {
            values.put(Field.CODE, code.toString());
        }
    }

    boolean contains(Field field, Literal literal) {
        String text = get(field);
        return literal.isIn(text, pairs.computeIfAbsent(field, key -> Literal.pairsOf(text)));
    }

    /// Whether the field is the value, or a path or account whose last part is.
    boolean is(Field field, String value) {
        String text = get(field);
        int from = text.length() - 1 - value.length();
        if (from < 1 || !text.startsWith(value, from)) {
            return false;
        }
        char before = text.charAt(from - 1);
        return from == 1 || before == '\\' || before == '/';
    }

    boolean starts(Field field, String value) {
        return get(field).startsWith(value, 1);
    }

    boolean ends(Field field, String value) {
        String text = get(field);
        return text.length() > value.length() && text.startsWith(value, text.length() - 1 - value.length());
    }
}
