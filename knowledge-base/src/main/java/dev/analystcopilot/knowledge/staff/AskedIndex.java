package dev.analystcopilot.knowledge.staff;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.staff.AskedDocument.Way;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares a question with all ways to ask for each document, and with what no document is about. Immutable.
final class AskedIndex {
    private static final double BM25_K = 1.2;
    private static final double HALF = 12;
    /// How fast a way counts for less that is further away.
    private static final double SHARPNESS = 15;
    /// So many ways to ask has a document that nothing is known against.
    private static final double USUAL_WAYS = 20;

    private static final int TOP = 3;

    private final List<AskedDocument> documents;
    private final List<Way> ways = new ArrayList<>();
    private final List<Vector> meanings;
    private final List<Double> weights;
    private final Centre centre;
    private final Spelling spelling;
    private final Map<String, Double> rarity = new HashMap<>();
    private final Map<String, Map<String, Integer>> frequencies = new HashMap<>();
    private final int outside;

    /// @param outside ways to ask for what no document is about
    AskedIndex(List<AskedDocument> documents, List<Way> outside) {
        this.documents = List.copyOf(documents);
        documents.forEach(document -> ways.addAll(document.ways()));
        this.outside = ways.size();
        ways.addAll(outside);
        this.centre = new Centre(ways.stream().map(Way::vector).toList());
        this.meanings = ways.stream().map(way -> centre.without(way.vector())).toList();
        this.spelling = new Spelling(ways.stream().map(Way::pieces).toList());
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
        this.weights = ways.stream().map(way -> weight(way.words())).toList();
    }

    /// How many documents there are.
    int size() {
        return documents.size();
    }

    /// The ways to ask for a document, or for what none is about.
    List<Way> ways(Optional<AskedDocument> document) {
        return document.map(AskedDocument::ways).orElseGet(() -> ways.subList(outside, ways.size()));
    }

    List<AskedDocument> documents() {
        return documents;
    }

    /// Whether any document, or any way to ask for one, has such a word.
    boolean knows(Collection<String> tokens) {
        return !tokens.isEmpty() && rarity.keySet().containsAll(tokens);
    }

    /// How well a question fits a document, or what none is about.
    ///
    /// @param features by name:
    ///     `near` how close all ways are to the question in meaning, the closest counting most;
    ///     `top` mean cosine to the three closest;
    ///     `spelling` of the way that is written most alike;
    ///     `match` share of the weight of the question's and the way's words that both have, for the best way;
    ///     `bm25` of the question's words in all ways, half of the way to 1 at 12;
    ///     `known` share of the weight of the question's words that the document has anywhere
    record Fit(Optional<AskedDocument> document, Map<String, Double> features) {
        Fit {
            features = Map.copyOf(features);
        }

        /// With what something else knows of it.
        Fit with(Map<String, Double> others) {
            var all = new HashMap<>(features);
            all.putAll(others);
            return new Fit(document, all);
        }
    }

    /// Each document in order, and the outside last.
    ///
    /// @param leftOut the text of a way that is not looked at: the question itself, where it is one of them
    List<Fit> fits(Way question, Optional<String> leftOut) {
        Vector meaning = centre.without(question.vector());
        List<Double> alike = spelling.alike(question.pieces());
        var fits = new ArrayList<Fit>();
        int from = 0;
        for (AskedDocument document : documents) {
            int to = from + document.ways().size();
            Map<String, Double> features = close(question, meaning, alike, from, to, leftOut);
            boolean own = leftOut.isPresent()
                    && document.ways().stream().anyMatch(way -> way.text().equals(leftOut.get()));
            features.putAll(words(document, question, own));
            fits.add(new Fit(Optional.of(document), features));
            from = to;
        }
        fits.add(new Fit(Optional.empty(), close(question, meaning, alike, outside, ways.size(), leftOut)));
        return fits;
    }

    private Map<String, Double> close(
            Way question, Vector meaning, List<Double> alike, int from, int to, Optional<String> leftOut) {
        double weight = weight(question.words());
        List<Double> cosines = new ArrayList<>();
        double written = 0;
        double match = 0;
        for (int i = from; i < to; i++) {
            if (leftOut.filter(ways.get(i).text()::equals).isEmpty()) {
                cosines.add(meanings.get(i).cosine(meaning));
                written = Math.max(written, alike.get(i));
                match = Math.max(match, match(question.words(), weight, i));
            }
        }
        double sum = cosines.stream()
                .mapToDouble(cosine -> Math.exp(SHARPNESS * cosine))
                .sum();
        double few = Math.sqrt(USUAL_WAYS / Math.max(1, cosines.size()));
        var features = new HashMap<String, Double>();
        features.put("near", cosines.isEmpty() ? -1 : Math.log(sum * few) / SHARPNESS);
        features.put(
                "top",
                cosines.stream()
                        .sorted((a, b) -> Double.compare(b, a))
                        .limit(TOP)
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(-1));
        features.put("spelling", written);
        features.put("match", match);
        return features;
    }

    private double match(Set<String> asked, double weight, int way) {
        double shared =
                weight(asked.stream().filter(ways.get(way).words()::contains).toList());
        double all = weight + weights.get(way) - shared;
        return all == 0 ? 0 : shared / all;
    }

    /// @param own whether one of the document's ways is the question itself, which does not count
    private Map<String, Double> words(AskedDocument document, Way question, boolean own) {
        Map<String, Integer> counts = frequencies.getOrDefault(document.id(), Map.of());
        double bm25 = 0;
        var there = new ArrayList<String>();
        for (String word : question.words().stream().sorted().toList()) {
            int n = counts.getOrDefault(word, 0) - (own ? 1 : 0);
            if (n > 0) {
                bm25 += rarity(word) * n * (BM25_K + 1) / (n + BM25_K);
            }
            if (n > 0 || document.words().contains(word)) {
                there.add(word);
            }
        }
        double weight = weight(question.words());
        return Map.of("bm25", bm25 / (bm25 + HALF), "known", weight == 0 ? 0 : weight(there) / weight);
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
