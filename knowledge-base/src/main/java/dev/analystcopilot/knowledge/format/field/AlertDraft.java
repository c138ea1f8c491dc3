package dev.analystcopilot.knowledge.format.field;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An alert in the making: a format fills in what it finds. Lengths that no honest product needs are cut here; the
/// whole
/// record stays in the alert's `raw`.
public final class AlertDraft {
    private static final int MAX_ID = 200;
    private static final int MAX_NAME = 300;
    private static final int MAX_TITLE = 500;
    private static final int MAX_MESSAGE = 32_000;
    private static final int MAX_TECHNIQUES = 50;
    private static final Pattern SPACE = Pattern.compile("[\\s\\x{0}-\\x{1F}\\x{7F}-\\x{9F}]+");

    private final EntityList entities = new EntityList();
    private final Set<String> techniques = new LinkedHashSet<>();
    private final Set<String> lineage = new LinkedHashSet<>();
    private final Map<String, String> details = new LinkedHashMap<>();
    private String id = "";
    private String source = "";
    private String rule = "";
    private String title = "";
    private String message = "";
    private @Nullable Instant time;
    private Severity severity = Severity.UNKNOWN;
    private AlertStatus status = AlertStatus.NEW;
    private Outcome outcome = Outcome.UNKNOWN;

    /// The source's own id, where it gives one. One that is longer than an id can be counts as none: database indexes
    /// hold ids beside other things.
    public AlertDraft id(String value) {
        id = value.length() <= MAX_ID && value.getBytes(UTF_8).length <= MAX_ID ? value.strip() : "";
        return this;
    }

    /// The product or sensor; lower-cased, so that one product has one name.
    public AlertDraft source(String value) {
        source = cut(oneLine(value), MAX_NAME).toLowerCase(Locale.ROOT);
        return this;
    }

    public AlertDraft rule(String value) {
        rule = cut(oneLine(value), MAX_NAME);
        return this;
    }

    public AlertDraft title(String value) {
        title = cut(oneLine(value), MAX_TITLE);
        return this;
    }

    public AlertDraft message(String value) {
        message = cut(value, MAX_MESSAGE);
        return this;
    }

    public AlertDraft time(Instant value) {
        time = value;
        return this;
    }

    public AlertDraft severity(Severity value) {
        severity = value;
        return this;
    }

    public AlertDraft status(AlertStatus value) {
        status = value;
        return this;
    }

    public AlertDraft outcome(Outcome value) {
        outcome = value;
        return this;
    }

    /// Adds the ATT&CK ids found in a text.
    public AlertDraft techniquesIn(String text) {
        for (String technique : Techniques.in(text)) {
            if (techniques.size() < MAX_TECHNIQUES) {
                techniques.add(technique);
            }
        }
        return this;
    }

    /// Adds the identity of a process: the acting one first, then its ancestors. An empty one is none.
    public AlertDraft process(String identity) {
        if (!identity.isEmpty()) {
            lineage.add(identity);
        }
        return this;
    }

    /// Keeps a value under a well-known key; the first one counts, and an empty one is none.
    public AlertDraft detail(String key, String value) {
        String text = value.strip();
        if (!text.isEmpty() && !text.equals("-")) {
            details.putIfAbsent(key, text);
        }
        return this;
    }

    /// The value kept under a key.
    public Optional<String> detail(String key) {
        return Optional.ofNullable(details.get(key));
    }

    public EntityList entities() {
        return entities;
    }

    /// @param raw the record without labels
    /// @param idOf makes an id where the source gave none, from the source's name
    /// @throws UnreadableRecordException if it lacks what every alert has
    public Alert toAlert(String raw, UnaryOperator<String> idOf) {
        if (title.isEmpty()) {
            throw new UnreadableRecordException("it has no title");
        }
        if (source.isEmpty()) {
            throw new UnreadableRecordException("it does not say which product it is from");
        }
        if (time == null) {
            throw new UnreadableRecordException("it has no time");
        }
        String ownOrMade = id.isEmpty() ? idOf.apply(source) : id;
        List<String> ids = new ArrayList<>(techniques);
        return new Alert(
                ownOrMade,
                source,
                rule,
                time,
                title,
                message,
                severity,
                status,
                outcome,
                entities.toList(),
                ids,
                raw,
                List.copyOf(lineage),
                details);
    }

    /// Blanks and control characters in a row become one blank. Most texts have none, so a plain look comes first: the
    /// pattern alone would take a third of the time that reading an alert takes.
    private static String oneLine(String value) {
        String text = value.strip();
        boolean afterBlank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ';
            if (Character.isISOControl(c) || (blank && afterBlank)) {
                return SPACE.matcher(text).replaceAll(" ");
            }
            afterBlank = blank;
        }
        return text;
    }

    private static String cut(String value, int length) {
        if (value.length() <= length) {
            return value;
        }
        // Half a surrogate pair is no character.
        int end = Character.isHighSurrogate(value.charAt(length - 1)) ? length - 1 : length;
        return value.substring(0, end);
    }
}
