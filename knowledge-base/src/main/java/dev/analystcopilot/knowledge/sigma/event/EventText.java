package dev.analystcopilot.knowledge.sigma.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Events that somebody has written out as `Name: value Name: value …`, read back. Only known names count as names: a
/// command line may hold a colon, too. A name that comes again begins another event.
public final class EventText {
    private static final String TABLE = "/knowledge/sigma/names.tsv";
    private static final Pattern NAME = Pattern.compile("(?<=^|\\s)([A-Za-z][\\w.-]{1,40}): ");
    private static final int LEAST = 3;

    private final Set<String> shipped = new HashSet<>();

    public EventText() {
        Tables.rows(TABLE, 1)
                .forEach(row -> shipped.addAll(List.of(row.getFirst().split(" "))));
    }

    /// @param known further names of fields, in small letters
    /// @return none if the text names fewer than three fields, and so is no event
    public List<JsonNode> read(String text, Set<String> known) {
        List<MatchResult> names = NAME.matcher(text)
                .results()
                .filter(name -> isKnown(name.group(1).toLowerCase(Locale.ROOT), known))
                .toList();
        if (names.size() < LEAST) {
            return List.of();
        }
        List<JsonNode> events = new ArrayList<>();
        ObjectNode event = JsonMapper.shared().createObjectNode();
        String first = names.getFirst().group(1);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).group(1);
            if (name.equals(first)) {
                event = JsonMapper.shared().createObjectNode();
                events.add(event);
            }
            int end = i + 1 < names.size() ? names.get(i + 1).start() : text.length();
            String value = text.substring(names.get(i).end(), end).strip();
            if (!event.has(name)) {
                event.put(name, value);
            }
        }
        return List.copyOf(events);
    }

    private boolean isKnown(String name, Set<String> known) {
        return shipped.contains(name) || known.contains(name);
    }
}
