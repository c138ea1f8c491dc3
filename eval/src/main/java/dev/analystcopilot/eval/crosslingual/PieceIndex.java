package dev.analystcopilot.eval.crosslingual;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.text.Tokens;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The pieces of one language in memory, searched as the product searches: BM25 with its weights of title and heading,
/// and the cosine of vectors. A document is as good as its best piece.
final class PieceIndex {
    private static final double K1 = 1.2;
    private static final double B = 0.75;
    private static final int TITLE_WEIGHT = 3;
    private static final int HEADING_WEIGHT = 2;

    private final List<TextPiece> pieces;
    private final List<Vector> vectors;
    private final Map<String, Map<Integer, Integer>> postings = new HashMap<>();
    private final int[] lengths;
    private final double meanLength;

    PieceIndex(List<TextPiece> pieces, Tokens tokens, TextEmbedder embedder) {
        this.pieces = pieces;
        this.vectors = embedder.embed(pieces.stream().map(TextPiece::toEmbed).toList());
        this.lengths = new int[pieces.size()];
        for (int i = 0; i < pieces.size(); i++) {
            TextPiece piece = pieces.get(i);
            count(i, tokens.of(piece.title()), TITLE_WEIGHT);
            count(i, tokens.of(piece.heading()), HEADING_WEIGHT);
            count(i, tokens.of(piece.text()), 1);
        }
        this.meanLength = Arrays.stream(lengths).average().orElse(1);
    }

    private void count(int piece, List<String> words, int weight) {
        for (String word : words) {
            postings.computeIfAbsent(word, w -> new HashMap<>()).merge(piece, weight, Integer::sum);
            lengths[piece] += weight;
        }
    }

    /// Scores by document, the best first.
    Map<String, Double> byWords(Map<String, Double> terms) {
        double[] scores = new double[pieces.size()];
        terms.forEach((term, weight) -> {
            Map<Integer, Integer> found = postings.getOrDefault(term, Map.of());
            double idf = Math.log(1 + (pieces.size() - found.size() + 0.5) / (found.size() + 0.5));
            found.forEach((piece, frequency) -> scores[piece] +=
                    weight * idf * frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * lengths[piece] / meanLength)));
        });
        return documents(scores);
    }

    Map<String, Double> byMeaning(Vector question) {
        return documents(vectors.stream().mapToDouble(question::cosine).toArray());
    }

    private Map<String, Double> documents(double[] scores) {
        Map<String, Double> best = new HashMap<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0) {
                best.merge(pieces.get(i).ref(), scores[i], Math::max);
            }
        }
        Map<String, Double> ordered = new LinkedHashMap<>();
        best.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
