package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.atom.Atoms;
import dev.analystcopilot.api.grounding.proof.Facet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a sentence without anything checkable at least speaks of what its evidence speaks of.
final class Wording {
    private static final Pattern WORD = Pattern.compile("[a-z]{4,}|\\p{IsHan}+");
    private static final int STEM = 5;
    private static final double ENOUGH = .3;
    private static final Set<String> EMPTY = Set.of(
            "this",
            "that",
            "with",
            "from",
            "were",
            "have",
            "been",
            "which",
            "then",
            "there",
            "their",
            "into",
            "after",
            "before",
            "alert",
            "alerts",
            "case",
            "evidence",
            "attack",
            "attacker",
            "shows",
            "what",
            "when",
            "also");

    private Wording() {}

    static boolean shared(String sentence, List<Facet> facets) {
        Set<String> words = words(sentence);
        long found = words.stream()
                .filter(word -> facets.stream().anyMatch(facet -> facet.mentions(word)))
                .count();
        return found > 0 && found >= ENOUGH * words.size();
    }

    /// Those of which the words speak most; empty where no one stands out.
    static List<Facet> nearest(String words, List<Facet> facets) {
        Set<String> all = words(words);
        List<Atom> atoms = Atoms.in(words, Set.of(), true).stream()
                .filter(atom -> atom instanceof Atom.Act || atom instanceof Atom.Term || atom instanceof Atom.Name)
                .toList();
        long most = 0;
        List<Facet> nearest = new ArrayList<>();
        for (Facet facet : facets) {
            long score = all.stream().filter(facet::mentions).count()
                    + atoms.stream().filter(facet::holds).count();
            if (score > most) {
                nearest.clear();
                most = score;
            }
            if (score == most && score > 0) {
                nearest.add(facet);
            }
        }
        return nearest.size() < facets.size() ? nearest : List.of();
    }

    private static Set<String> words(String sentence) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(sentence.toLowerCase(Locale.ROOT));
        while (word.find()) {
            String one = word.group();
            if (Character.isIdeographic(one.codePointAt(0))) {
                for (int i = 0; i + 2 <= one.length(); i++) {
                    words.add(one.substring(i, i + 2));
                }
            } else if (!EMPTY.contains(one)) {
                words.add(one.substring(0, Math.min(STEM, one.length())));
            }
        }
        return words;
    }
}
