package dev.analystcopilot.triage.narrate.question;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads words with a letter wrong, missing, too many, or two swapped as the words of known phrases that they come
/// near to. Names of things are not touched: only lower-case words of letters that are no plain word are looked at.
final class Typos {
    private static final int SHORTEST = 4;
    private static final int LONG = 8;
    private static final Pattern WORD =
            Pattern.compile("(?<![\\w.@/\\\\-])[a-z]{" + SHORTEST + ",20}(?![\\w.@/\\\\-])");

    private final Set<String> known = new HashSet<>();
    private final Set<String> plain = WordLists.words("plain-words.txt");

    Typos(List<String> phrases) {
        for (String phrase : phrases) {
            for (String word : phrase.split("[^a-z]+")) {
                if (word.length() >= SHORTEST) {
                    known.add(word);
                }
            }
        }
    }

    PlainText corrected(PlainText text) {
        return new PlainText(WORD.matcher(text.toString()).replaceAll(match -> corrected(match.group())));
    }

    private String corrected(String word) {
        if (known.contains(word) || plain.contains(word)) {
            return word;
        }
        int allowed = word.length() >= LONG ? 2 : 1;
        Set<String> near = known.stream()
                .filter(other -> other.charAt(0) == word.charAt(0)
                        && Math.abs(other.length() - word.length()) <= allowed
                        && (word.length() > SHORTEST
                                || other.charAt(other.length() - 1) == word.charAt(word.length() - 1))
                        && distance(word, other) <= allowed)
                .collect(Collectors.toSet());
        // "succeed" and "succeeds" both lie near "suceed": either has the same meaning
        return near.stream()
                .min(Comparator.comparingInt((String other) -> distance(word, other))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(word);
    }

    /// Edits and swaps of neighbours: optimal string alignment.
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
