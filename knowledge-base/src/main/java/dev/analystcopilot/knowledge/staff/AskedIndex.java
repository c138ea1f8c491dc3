package dev.analystcopilot.knowledge.staff;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.staff.AskedDocument.Way;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Compares a question with all ways to ask for each document. Immutable.
final class AskedIndex {
    private static final double BM25_K = 1.2;
    private static final double HALF = 12;

    private final List<AskedDocument> documents;
    private final List<Way> outside;
    private final Map<String, Double> rarity = new HashMap<>();
    private final Map<String, Map<String, Integer>> frequencies = new HashMap<>();

    /// @param outside ways to ask for what no document is about
    AskedIndex(List<AskedDocument> documents, List<Way> outside) {
        this.documents = List.copyOf(documents);
        this.outside = List.copyOf(outside);
        var spread = new HashMap<String, Integer>();
        for (AskedDocument document : documents) {
            var counts = new HashMap<String, Integer>();
            document.ways().forEach(way -> way.words().forEach(word -> counts.merge(word, 1, Integer::sum)));
            frequencies.put(document.id(), counts);
            var all = new HashSet<>(document.words());
            all.addAll(counts.keySet());
            all.forEach(word -> spread.merge(word, 1, Integer::sum));
        }
        spread.forEach((word, n) -> rarity.put(word, Math.log(1 + (documents.size() - n + 0.5) / (n + 0.5))));
    }

    /// How many documents there are.
    int size() {
        return documents.size();
    }

    /// How well a question fits a document, by numbers from 0 to 1.
    ///
    /// @param closest cosine to the closest way to ask
    /// @param next cosine to the next one: several that are close are worth more than one
    /// @param match share of the weight of the question's and the way's words that both have, for the best way
    /// @param bm25 of the question's words in all ways, half of the way to 1 at 12
    /// @param known share of the weight of the question's words that the document has anywhere
    record Fit(AskedDocument document, double closest, double next, double match, double bm25, double known) {}

    List<Fit> fits(Collection<String> words, Vector vector) {
        Set<String> asked = new TreeSet<>(words);
        double weight = weight(asked);
        return documents.stream().map(one -> fit(one, asked, weight, vector)).toList();
    }

    /// How close a question is to one that no document is about, as [Fit#closest] and [Fit#match].
    record Outside(double closest, double match) {}

    Outside outside(Collection<String> words, Vector vector) {
        Set<String> asked = new TreeSet<>(words);
        double weight = weight(asked);
        return new Outside(
                outside.stream()
                        .mapToDouble(way -> way.vector().cosine(vector))
                        .max()
                        .orElse(0),
                outside.stream()
                        .mapToDouble(way -> match(asked, weight, way))
                        .max()
                        .orElse(0));
    }

    private double match(Set<String> asked, double weight, Way way) {
        Set<String> both = new TreeSet<>(asked);
        both.retainAll(way.words());
        double shared = weight(both);
        double all = weight + weight(way.words()) - shared;
        return all == 0 ? 0 : shared / all;
    }

    private Fit fit(AskedDocument document, Set<String> asked, double weight, Vector vector) {
        double closest = 0;
        double next = 0;
        double match = 0;
        for (Way way : document.ways()) {
            double cosine = way.vector().cosine(vector);
            if (cosine > closest) {
                next = closest;
                closest = cosine;
            } else {
                next = Math.max(next, cosine);
            }
            match = Math.max(match, match(asked, weight, way));
        }
        double bm25 = 0;
        Set<String> there = new TreeSet<>(asked);
        Map<String, Integer> counts = frequencies.getOrDefault(document.id(), Map.of());
        for (String word : asked) {
            int n = counts.getOrDefault(word, 0);
            bm25 += rarity(word) * n * (BM25_K + 1) / (n + BM25_K);
        }
        there.removeIf(word -> !counts.containsKey(word) && !document.words().contains(word));
        return new Fit(document, closest, next, match, bm25 / (bm25 + HALF), weight == 0 ? 0 : weight(there) / weight);
    }

    /// In a fixed order, so that sums are the same each time.
    private double weight(Collection<String> words) {
        return words.stream().sorted().mapToDouble(this::rarity).sum();
    }

    /// A word that no document has is the rarest.
    private double rarity(String word) {
        return rarity.getOrDefault(word, Math.log(1 + (documents.size() + 0.5) / 0.5));
    }
}
