package dev.analystcopilot.api.grounding.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The marks `[n]` of a sentence, in all the ways that models write them.
///
/// @param start of the first bracket
/// @param end after the last one of marks that touch each other
/// @param numbers that they name
public record Marks(int start, int end, Set<Integer> numbers) {
    private static final int MOST_OF_A_RANGE = 20;
    static final String LIST = "\\d{1,4}(?:\\s*[,，、;–-]\\s*\\[?\\s*\\d{1,4})*";
    private static final Pattern MARK = Pattern.compile(
            "[\\[【［]\\s*(?:evidence|ref|证据|n\\s*=|#|\\^)?\\s*(" + LIST + ")\\s*[\\]】］]", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(?:\\s*[–-]\\s*\\[?\\s*(\\d{1,4}))?");

    public Marks {
        numbers = Set.copyOf(numbers);
    }

    /// Groups of marks with nothing but blanks and commas between them, in the order of the text.
    public static List<Marks> in(String text) {
        List<Marks> groups = new ArrayList<>();
        Matcher found = MARK.matcher(text);
        while (found.find()) {
            Set<Integer> numbers = numbers(found.group(1));
            Marks last = groups.isEmpty() ? null : groups.getLast();
            if (last != null && text.substring(last.end, found.start()).matches("[\\s,，、]*(?:and|和|与)?\\s*")) {
                numbers.addAll(last.numbers);
                groups.set(groups.size() - 1, new Marks(last.start, found.end(), numbers));
            } else {
                groups.add(new Marks(found.start(), found.end(), numbers));
            }
        }
        return groups;
    }

    /// The text with every mark in the one spelling that pages know.
    public static String uniform(String text) {
        return MARK.matcher(text).replaceAll(mark -> {
            var spelled = new StringBuilder();
            numbers(mark.group(1)).forEach(n -> spelled.append('[').append(n).append(']'));
            return Matcher.quoteReplacement(spelled.toString());
        });
    }

    private static Set<Integer> numbers(String list) {
        Set<Integer> numbers = new TreeSet<>();
        Matcher number = NUMBER.matcher(list);
        while (number.find()) {
            int first = Integer.parseInt(number.group(1));
            int last = number.group(2) == null ? first : Integer.parseInt(number.group(2));
            numbers.add(first);
            numbers.add(last);
            for (int n = first; n < last && n - first < MOST_OF_A_RANGE; n++) {
                numbers.add(n);
            }
        }
        return numbers;
    }
}
