package dev.analystcopilot.knowledge.staff;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.search.KnowledgeQuery;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.search.PassageHit;
import dev.analystcopilot.knowledge.staff.AskedIndex.Fit;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the staff document that answers a question: the search by passages, and on top a comparison with all the ways
/// in which each document may be asked for. Thread-safe.
public final class StaffSearch {
    private static final int PASSAGES = 12;
    private static final int TOP = 5;
    private static final double FOREIGN_RELEVANCE = 0.7;
    /// Never sure: the steps may have been lost in translation.
    private static final double MOST_FOREIGN = 0.8;

    private final KnowledgeSearch search;
    private final Embedders embedders;
    private final Tokens tokens = new Tokens();
    private final AskedIndexes indexes;
    private final StaffWeights weights = StaffWeights.shipped();
    private final Emergencies emergencies = Emergencies.shipped();
    private final OtherBusiness otherBusiness = OtherBusiness.shipped();

    public StaffSearch(Database database, KnowledgeSearch search, Embedders embedders) {
        this.search = search;
        this.embedders = embedders;
        this.indexes = new AskedIndexes(database.passages(), embedders, tokens);
    }

    /// The best first, at most five; none where there are no documents in this language.
    public List<StaffMatch> search(Scope scope, String question, Language language) {
        AskedIndex index = indexes.of(scope, language);
        var vector = embedders.of(language).embed(List.of(question)).getFirst();
        Map<String, PassageHit> hits = new HashMap<>();
        for (PassageHit hit :
                search.search(scope, KnowledgeQuery.of(question, PASSAGES).in(language))) {
            hits.putIfAbsent(hit.documentId(), hit);
        }
        double least =
                hits.values().stream().mapToDouble(PassageHit::score).min().orElse(0);
        List<String> words = tokens.of(question);
        List<StaffMatch> ranked = index.fits(words, vector).stream()
                .map(fit ->
                        match(fit, Optional.ofNullable(hits.get(fit.document().id())), least, language))
                .sorted(Comparator.comparingDouble(StaffMatch::score).reversed().thenComparing(StaffMatch::documentId))
                .toList();
        List<StaffMatch> judged = weights.judged(ranked, index.outside(words, vector), language);
        List<StaffMatch> urgent = urgent(question, judged);
        if (!urgent.isEmpty()) {
            return first(urgent, judged);
        }
        // No match of words makes alerts anybody's business.
        if (otherBusiness.in(question)) {
            return List.of();
        }
        boolean known = judged.stream().anyMatch(match -> match.sureness() != Sureness.UNKNOWN);
        return known ? judged.stream().limit(TOP).toList() : foreign(scope, question, language);
    }

    /// The vectors of all ways to ask, by text: for shipping them.
    public Map<String, Vector> meanings(Scope scope, Language language) {
        return indexes.meanings(scope, language);
    }

    /// Whether the question is about what no staff document may answer, such as alerts.
    public boolean isOtherBusiness(String question) {
        return otherBusiness.in(question) && emergencies.in(question).isEmpty();
    }

    /// Whether something has happened that cannot wait.
    public boolean isEmergency(String question) {
        return !emergencies.in(question).isEmpty();
    }

    /// Documents that exist in the other language only, if one is clearly about this.
    private List<StaffMatch> foreign(Scope scope, String question, Language language) {
        return search.search(scope, KnowledgeQuery.of(question, PASSAGES)).stream()
                .filter(hit -> hit.language() != language && hit.relevance() >= FOREIGN_RELEVANCE)
                .limit(1)
                .map(hit -> new StaffMatch(
                        hit.documentId(),
                        hit.ref(),
                        hit.kind(),
                        hit.title(),
                        hit.language(),
                        hit.score(),
                        Math.min(hit.relevance(), MOST_FOREIGN),
                        Map.of()))
                .toList();
    }

    /// Steps that cannot wait, whatever the ranking thinks.
    private List<StaffMatch> urgent(String question, List<StaffMatch> judged) {
        return emergencies.in(question).stream()
                .flatMap(ref -> judged.stream()
                        .filter(match ->
                                match.kind().equals("staff") && match.ref().equals(ref))
                        .limit(1))
                .map(StaffMatch::certain)
                .toList();
    }

    private static List<StaffMatch> first(List<StaffMatch> urgent, List<StaffMatch> judged) {
        var order = new ArrayList<>(urgent);
        judged.stream()
                .filter(match ->
                        urgent.stream().noneMatch(known -> known.documentId().equals(match.documentId())))
                .forEach(order::add);
        return order.stream().limit(TOP).toList();
    }

    private StaffMatch match(Fit fit, Optional<PassageHit> hit, double least, Language language) {
        Map<String, Double> features = Map.of(
                "closest", fit.closest(),
                "next", fit.next(),
                "match", fit.match(),
                "bm25", fit.bm25(),
                "known", fit.known(),
                "passage", hit.map(PassageHit::score).orElse(least),
                "relevance", hit.map(PassageHit::relevance).orElse(0.0),
                "cosine", hit.flatMap(found -> found.why().cosine()).orElse(0.0));
        return new StaffMatch(
                fit.document().id(),
                fit.document().ref(),
                fit.document().kind(),
                fit.document().title(),
                language,
                weights.score(features, language),
                0,
                features);
    }
}
