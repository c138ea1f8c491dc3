package dev.analystcopilot.knowledge.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts text into pieces that survive what people do to words when they are in a hurry: three and four letters in a row
/// of each word with its ends, single characters of Chinese and pairs of them. Two spellings of a word share most of
/// their pieces, and nobody need decide where a Chinese word ends.
final class Pieces {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final List<Integer> LENGTHS = List.of(3, 4);
    private static final int LONGEST = 2_000;

    private Pieces() {}

    /// How often each piece occurs.
    static Map<String, Integer> of(String text) {
        String small = text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
        var pieces = new HashMap<String, Integer>();
        Matcher words = WORD.matcher(small);
        while (words.find()) {
            letters("^" + words.group() + "$", pieces);
        }
        Matcher runs = HAN.matcher(small);
        while (runs.find()) {
            characters(runs.group(), pieces);
        }
        return pieces;
    }

    private static void letters(String word, Map<String, Integer> pieces) {
        for (int length : LENGTHS) {
            for (int i = 0; i + length <= word.length(); i++) {
                pieces.merge(word.substring(i, i + length), 1, Integer::sum);
            }
        }
    }

    private static void characters(String run, Map<String, Integer> pieces) {
        int[] points = run.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            pieces.merge(new String(points, i, 1), 1, Integer::sum);
            if (i + 1 < points.length) {
                pieces.merge(new String(points, i, 2), 1, Integer::sum);
            }
        }
    }
}
