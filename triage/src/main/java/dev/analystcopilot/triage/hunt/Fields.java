package dev.analystcopilot.triage.hunt;

import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What people call the fields, in both languages.
final class Fields {
    private final Map<String, Name> names = new LinkedHashMap<>();

    Fields() {
        Lists.lines("fields.properties").forEach(line -> {
            int equals = line.indexOf('=');
            Name name = Name.valueOf(line.substring(0, equals));
            Lists.split(line.substring(equals + 1)).forEach(word -> names.put(word, name));
        });
    }

    Optional<HuntField> named(String word) {
        String lower = HuntWords.lower(word.strip());
        if (lower.startsWith(HuntField.DETAILS)) {
            return Optional.of(HuntField.ofWireName(word.strip()));
        }
        return Optional.ofNullable(names.get(lower.replaceAll("\\s+", " "))).map(HuntField::of);
    }

    /// An alternative of all names, the longest first.
    String pattern() {
        return names.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(", "|details\\.[a-z0-9_.@-]+)"));
    }

    /// The same of some.
    String pattern(List<Name> some) {
        return names.entrySet().stream()
                .filter(entry -> some.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(", ")"));
    }
}
