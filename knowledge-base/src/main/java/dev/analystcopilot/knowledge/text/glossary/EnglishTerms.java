package dev.analystcopilot.knowledge.text.glossary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Finds the glossary's terms in an English text, whatever their endings: the longest first.
final class EnglishTerms {
    private final Stems stems;
    private final Map<String, List<Sense>> senses;
    private final int longest;

    /// @param senses by the English term
    EnglishTerms(Map<String, List<Sense>> senses, Stems stems) {
        this.stems = stems;
        var byStems = new HashMap<String, List<Sense>>();
        int words = 1;
        for (var entry : senses.entrySet()) {
            List<String> parts =
                    stems.of(entry.getKey()).stream().map(Stems.Stem::text).toList();
            words = Math.max(words, parts.size());
            byStems.merge(String.join(" ", parts), entry.getValue(), EnglishTerms::joined);
        }
        this.senses = Map.copyOf(byStems);
        this.longest = words;
    }

    private static List<Sense> joined(List<Sense> one, List<Sense> other) {
        var all = new ArrayList<>(one);
        other.stream()
                .filter(sense -> one.stream().noneMatch(known -> known.text().equals(sense.text())))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /// A word or term of the text; without senses it is no term.
    record Found(String text, List<Sense> senses) {}

    List<Found> in(String text) {
        List<Stems.Stem> words = stems.of(text);
        var found = new ArrayList<Found>();
        for (int i = 0; i < words.size(); ) {
            int end = i + 1;
            List<Sense> best = List.of();
            for (int j = Math.min(words.size(), i + longest); j > i && best.isEmpty(); j--) {
                best = senses.getOrDefault(key(words.subList(i, j)), List.of());
                end = best.isEmpty() ? i + 1 : j;
            }
            found.add(new Found(
                    text.substring(words.get(i).start(), words.get(end - 1).end()), best));
            i = end;
        }
        return found;
    }

    /// Names, numbers and commands are the same in Chinese texts: anything but a word in small letters.
    static boolean looksLikeName(String word) {
        String rest = word.substring(1);
        return !rest.equals(rest.toLowerCase(Locale.ROOT)) || !word.chars().allMatch(Character::isLetter);
    }

    private static String key(List<Stems.Stem> words) {
        return String.join(" ", words.stream().map(Stems.Stem::text).toList());
    }
}
