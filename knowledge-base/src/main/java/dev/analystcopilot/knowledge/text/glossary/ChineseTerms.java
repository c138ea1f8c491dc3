package dev.analystcopilot.knowledge.text.glossary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the glossary's terms in a Chinese text. Of all ways to cut it, takes the one that leaves the fewest characters
/// over, then the one with the fewest terms: the longest match, but one that does not eat the beginning of the next.
final class ChineseTerms {
    /// Where Latin letters touch Chinese ones.
    private static final Pattern JOINT = Pattern.compile("(?<=[a-z0-9])(?=\\p{IsHan})|(?<=\\p{IsHan})(?=[a-z0-9])");

    private final Map<String, List<Sense>> senses;
    private final int longest;

    ChineseTerms(Map<String, List<Sense>> senses) {
        var byLowerCase = new HashMap<String, List<Sense>>();
        senses.forEach((zh, found) -> byLowerCase.put(zh.toLowerCase(Locale.ROOT), found));
        // "U盘" is as often written "U 盘".
        senses.forEach((zh, found) -> byLowerCase.putIfAbsent(
                JOINT.matcher(zh.toLowerCase(Locale.ROOT)).replaceAll(" "), found));
        this.senses = Map.copyOf(byLowerCase);
        this.longest =
                byLowerCase.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /// A place in the text, `start` inclusive, `end` exclusive; without senses it is no term.
    record Cut(int start, int end, @Nullable List<Sense> senses) {}

    /// The whole text without gaps; what is no term comes as one cut for each character.
    List<Cut> cut(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) {
            lower = text;
        }
        int length = lower.length();
        // cost[i]: of the best way to cut from i to the end. A character left over costs more than any number of terms.
        long[] cost = new long[length + 1];
        Cut[] best = new Cut[length];
        for (int i = length - 1; i >= 0; i--) {
            boolean inWord = i > 0 && latin(lower, i - 1) && latin(lower, i);
            best[i] = new Cut(i, i + 1, null);
            cost[i] = cost[i + 1] + (Character.isWhitespace(lower.charAt(i)) ? 0 : length + 1L);
            for (int end = Math.min(length, i + longest); end > i && !inWord; end--) {
                List<Sense> found = senses.get(lower.substring(i, end));
                boolean endsInWord = end < length && latin(lower, end - 1) && latin(lower, end);
                if (found != null && !endsInWord && cost[end] + 1 < cost[i]) {
                    cost[i] = cost[end] + 1;
                    best[i] = new Cut(i, end, found);
                }
            }
        }
        var cuts = new ArrayList<Cut>();
        for (int i = 0; i < length; i = best[i].end()) {
            cuts.add(best[i]);
        }
        return cuts;
    }

    private static boolean latin(String text, int i) {
        char c = text.charAt(i);
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
