package dev.analystcopilot.triage.narrate.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words that a text is about: English ones without their endings, pairs of Chinese characters. Enough to tell
/// whether a passage speaks of what a question asks; the search itself is done elsewhere.
public final class Terms {
    private static final String FILLERS = "/triage/narrate/filler-words.txt";
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9'-]+|t?\\d[\\d.]+|\\p{IsHan}+");
    private static final Pattern ENDING = Pattern.compile("(?<=.{3})(?:'s|ies|ing|ed|es|s|e|y)$");

    private final Set<String> english = new HashSet<>();
    private final List<String> chinese;

    public Terms() {
        List<String> words = read();
        words.stream().filter(word -> word.charAt(0) < 128).forEach(english::add);
        chinese = words.stream()
                .filter(word -> word.charAt(0) >= 128)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /// In the text's order.
    public Set<String> of(String text) {
        Set<String> terms = new LinkedHashSet<>();
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            String word = words.group();
            if (word.charAt(0) >= 128) {
                pairs(word, terms);
            } else if (!english.contains(word)) {
                for (String part : word.split("-")) {
                    terms.add(ENDING.matcher(part).replaceFirst(""));
                }
            }
        }
        return terms;
    }

    /// The share of the terms that the text has, 0–1.
    public double coverage(Set<String> terms, String text) {
        if (terms.isEmpty()) {
            return 0;
        }
        Set<String> there = of(text);
        return (double) terms.stream().filter(there::contains).count() / terms.size();
    }

    private void pairs(String run, Set<String> terms) {
        String rest = run;
        for (String filler : chinese) {
            rest = rest.replace(filler, " ");
        }
        for (String part : rest.split(" ")) {
            for (int i = 0; i + 2 <= part.length(); i++) {
                terms.add(part.substring(i, i + 2));
            }
        }
    }

    private static List<String> read() {
        try (InputStream in = Terms.class.getResourceAsStream(FILLERS)) {
            if (in == null) {
                throw new IllegalStateException(FILLERS + " is missing from the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILLERS, e);
        }
    }
}
