package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.search.AttackReranker.Asked;
import dev.analystcopilot.knowledge.search.Fusion.Fused;
import dev.analystcopilot.knowledge.text.Tokens;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Stage 5: compares the question with each passage's title, heading and document, and puts the features' weights on
/// it. Thread-safe.
final class Reranking {
    private static final double FIRST_RANKS = 10;

    private final Tokens tokens;
    private final AttackReranker attack = new AttackReranker();

    Reranking(Tokens tokens) {
        this.tokens = tokens;
    }

    /// @param passages by id; what is missing there has gone since it was found
    List<Candidate> candidates(Analysis analysis, List<Fused> found, Map<String, Passage> passages) {
        Map<String, Double> support = support(found, passages);
        Optional<Asked> asked =
                passages.values().stream().filter(attack::concerns).findAny().map(any -> attack.read(said(analysis)));
        var candidates = new ArrayList<Candidate>();
        for (Fused one : found) {
            Passage passage = passages.get(one.id());
            if (passage != null) {
                double others = support.getOrDefault(passage.documentId(), 0.0) - closeness(one);
                double outright = asked.map(said -> attack.bonus(said, passage)).orElse(0.0);
                candidates.add(candidate(analysis, one, passage, others, outright));
            }
        }
        return candidates;
    }

    private Candidate candidate(Analysis analysis, Fused found, Passage passage, double others, double outright) {
        Set<String> title = new HashSet<>(tokens.of(passage.title()));
        Set<String> heading = new HashSet<>(tokens.of(passage.heading()));
        Set<String> known = new HashSet<>(found.words());
        known.addAll(title);
        var features = new EnumMap<Feature, Double>(Feature.class);
        features.putAll(found.features());
        features.put(Feature.WORDS, share(analysis, known));
        features.put(Feature.TITLE, share(analysis, title));
        features.put(Feature.TITLE_ASKED, asked(analysis, title));
        features.put(Feature.HEADING, share(analysis, heading));
        features.put(Feature.DOCUMENT, Math.clamp(others, 0.0, 1.0));
        features.put(Feature.ATTACK, outright);
        return new Candidate(
                passage,
                analysis.names().contains(passage.ref()),
                found.lexicalRank(),
                found.denseRank(),
                found.cosine(),
                found.words(),
                features);
    }

    /// Names of pages are English in both languages.
    private static String said(Analysis analysis) {
        return analysis.translated()
                ? analysis.question() + " " + analysis.query().translatedText()
                : analysis.question();
    }

    /// Of what weight the question's words are that stand there.
    private static double share(Analysis analysis, Set<String> words) {
        double all = analysis.weight();
        double there = analysis.terms().entrySet().stream()
                .filter(term -> words.contains(term.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return all == 0 ? 0 : there / all;
    }

    private static double asked(Analysis analysis, Set<String> title) {
        long asked = title.stream().filter(analysis.terms()::containsKey).count();
        return title.isEmpty() ? 0 : (double) asked / title.size();
    }

    private static Map<String, Double> support(List<Fused> found, Map<String, Passage> passages) {
        var support = new HashMap<String, Double>();
        for (Fused one : found) {
            Passage passage = passages.get(one.id());
            if (passage != null) {
                support.merge(passage.documentId(), closeness(one), Double::sum);
            }
        }
        return support;
    }

    /// 1/2 for the first of a list, a quarter for the tenth, added for both lists.
    private static double closeness(Fused one) {
        return (one.lexicalRank()
                                .map(rank -> FIRST_RANKS / (FIRST_RANKS + rank))
                                .orElse(0.0)
                        + one.denseRank()
                                .map(rank -> FIRST_RANKS / (FIRST_RANKS + rank))
                                .orElse(0.0))
                / 4;
    }
}
