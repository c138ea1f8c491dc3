package dev.analystcopilot.api.guard;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a list, a count or a timeline quotes of alerts.
final class Quoted {
    private static final Pattern BETWEEN = Pattern.compile("[\\s|,\";()]+");
    private static final Pattern CELLS = Pattern.compile(" \\| |\"(?:: |, )?");
    private static final int MAX_IDS = 400;
    private static final int LONGEST_ID = 128;

    private Quoted() {}

    /// The values in it, and what stands between them; without the asker's own words.
    static List<String> values(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("asked: ") && !line.startsWith("like: "))
                .flatMap(CELLS::splitAsStream)
                .filter(value -> !value.isBlank())
                .toList();
    }

    /// Words that may be the id of an alert.
    static Collection<String> ids(String text) {
        Set<String> ids = new LinkedHashSet<>();
        BETWEEN.splitAsStream(text)
                .map(word -> word.endsWith(":") ? word.substring(0, word.length() - 1) : word)
                .filter(word -> word.length() <= LONGEST_ID && word.chars().anyMatch(Character::isDigit))
                .limit(MAX_IDS)
                .forEach(ids::add);
        return ids;
    }
}
