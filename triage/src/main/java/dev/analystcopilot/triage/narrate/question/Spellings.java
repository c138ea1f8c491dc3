package dev.analystcopilot.triage.narrate.question;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The spellings that one name is found under.
final class Spellings {
    private static final int MAX_LENGTH = 120;

    private Spellings() {}

    /// Lower case; a name of several words also with underscores, hyphens and in one.
    static Set<String> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT).strip();
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(lower);
        if (lower.length() <= MAX_LENGTH && lower.matches("[a-z0-9]+(?:[ _-][a-z0-9]+)+")) {
            spellings.add(lower.replaceAll("[ -]", "_"));
            spellings.add(lower.replaceAll("[ _]", "-"));
            spellings.add(lower.replaceAll("[ _-]", ""));
        }
        return spellings;
    }

    /// The names as a question has them, in its order, none within another; the first spelling where it has none.
    static List<String> said(String question, List<String> mentions) {
        String text = question.toLowerCase(Locale.ROOT);
        List<String> there = mentions.stream().filter(text::contains).toList();
        List<String> said = there.stream()
                .filter(name -> there.stream().noneMatch(other -> !other.equals(name) && other.contains(name)))
                .sorted(Comparator.comparingInt(text::indexOf))
                .toList();
        return said.isEmpty() ? mentions.stream().limit(1).toList() : said;
    }
}
