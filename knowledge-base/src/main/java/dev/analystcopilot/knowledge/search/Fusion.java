package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.knowledge.postgres.PassageStore.Ranked;
import dev.analystcopilot.knowledge.text.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stage 4: one list of two. Ranks compare across lists where scores do not, so they come in as reciprocal ranks
/// (Cormack, Clarke, Büttcher, SIGIR 2009); scores say how far apart neighbours are, so they come in as well, each on a
/// scale of its own. What each counts is learnt ([Weights]).
final class Fusion {
    /// The constant of Cormack et al.
    private static final double K = 60;

    /// What unrelated texts have with the model of each language.
    private static final double UNRELATED_EN = 0.45;

    private static final double UNRELATED_ZH = 0.3;

    private static final double BM25_HALF = 12;

    private Fusion() {}

    /// A passage of either list.
    record Fused(
            String id,
            Optional<Integer> lexicalRank,
            Optional<Integer> denseRank,
            Optional<Double> cosine,
            List<String> words,
            Map<Feature, Double> features) {

        /// In neither list.
        static Fused unranked(String id) {
            return new Fused(id, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Map.of());
        }
    }

    /// In the order of the first list, then of what only the second has.
    static List<Fused> join(List<Ranked> lexical, List<Ranked> dense, Language language) {
        Map<String, Integer> lexicalRanks = ranks(lexical);
        Map<String, Integer> denseRanks = ranks(dense);
        double best = lexical.isEmpty() ? 1 : Math.max(1e-9, lexical.getFirst().score());
        double least = dense.isEmpty() ? 0 : scaled(dense.getLast().score(), language);
        Map<String, Integer> all = new LinkedHashMap<>(lexicalRanks);
        denseRanks.forEach(all::putIfAbsent);
        var fused = new ArrayList<Fused>();
        for (String id : all.keySet()) {
            Optional<Ranked> byWords = Optional.ofNullable(lexicalRanks.get(id)).map(rank -> lexical.get(rank - 1));
            Optional<Ranked> byMeaning = Optional.ofNullable(denseRanks.get(id)).map(rank -> dense.get(rank - 1));
            var features = new EnumMap<Feature, Double>(Feature.class);
            // What is not in the list of nearest passages is at most as near as the last one there.
            features.put(
                    Feature.DENSE,
                    byMeaning.map(found -> scaled(found.score(), language)).orElse(least));
            features.put(
                    Feature.LEXICAL, byWords.map(found -> found.score() / best).orElse(0.0));
            features.put(
                    Feature.BM25,
                    byWords.map(found -> found.score() / (found.score() + BM25_HALF))
                            .orElse(0.0));
            features.put(Feature.DENSE_RANK, reciprocal(denseRanks.get(id) == null ? 0 : denseRanks.get(id)));
            features.put(Feature.LEXICAL_RANK, reciprocal(lexicalRanks.get(id) == null ? 0 : lexicalRanks.get(id)));
            fused.add(new Fused(
                    id,
                    Optional.ofNullable(lexicalRanks.get(id)),
                    Optional.ofNullable(denseRanks.get(id)),
                    byMeaning.map(Ranked::score),
                    byWords.map(Ranked::matched).orElse(List.of()),
                    features));
        }
        return fused;
    }

    private static double reciprocal(int rank) {
        return rank == 0 ? 0 : K / (K + rank - 1);
    }

    private static double scaled(double cosine, Language language) {
        double unrelated = switch (language) {
            case EN -> UNRELATED_EN;
            case ZH -> UNRELATED_ZH;
        };
        return Math.clamp((cosine - unrelated) / (1 - unrelated), 0.0, 1.0);
    }

    private static Map<String, Integer> ranks(List<Ranked> list) {
        var ranks = new LinkedHashMap<String, Integer>();
        list.forEach(found -> ranks.put(found.passageId(), ranks.size() + 1));
        return ranks;
    }
}
