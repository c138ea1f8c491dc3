package dev.analystcopilot.triage.hunt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Words that say nothing about what is hunted for.
final class Filler {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}.*");

    private final Set<String> words = new HashSet<>();
    private final List<String> chinese = new ArrayList<>();

    Filler() {
        Lists.lines("filler.txt").stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .filter(word -> !word.isBlank())
                .forEach(word -> {
                    words.add(word);
                    if (HAN.matcher(word).matches()) {
                        chinese.add(word);
                    }
                });
        chinese.sort(Comparator.comparingInt(String::length).reversed());
    }

    boolean isFiller(String word) {
        return words.contains(HuntWords.lower(word));
    }

    /// The text with blanks in the place of Chinese ones.
    String without(String text) {
        String rest = text;
        for (String word : chinese) {
            rest = rest.replace(word, " ");
        }
        return rest;
    }
}
