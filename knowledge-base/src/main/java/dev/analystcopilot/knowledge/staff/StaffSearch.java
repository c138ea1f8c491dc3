package dev.analystcopilot.knowledge.staff;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.search.KnowledgeQuery;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.search.PassageHit;
import dev.analystcopilot.knowledge.staff.AskedDocument.Way;
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
import java.util.Set;

/// Finds the staff document that answers a question: the search by passages, and on top a comparison with all the ways
/// in which each document may be asked for. Thread-safe.
public final class StaffSearch {
    private static final int PASSAGES = 12;
    private static final int TOP = 5;
    private static final double FOREIGN_RELEVANCE = 0.7;
    /// Never sure: the steps may have been lost in translation.
    private static final double MOST_FOREIGN = 0.8;

    private final KnowledgeSearch search;
    private final Tokens tokens = new Tokens();
    private final AskedIndexes indexes;
    private final StaffWeights weights = StaffWeights.shipped();
    private final Emergencies emergencies = Emergencies.shipped();
    private final OtherBusiness otherBusiness = OtherBusiness.shipped();

    public StaffSearch(Database database, KnowledgeSearch search, Embedders embedders) {
        this.search = search;
        this.indexes = new AskedIndexes(database.passages(), embedders, tokens);
    }

    /// The best first, at most five; none where there are no documents in this language. The question is embedded once.
    public List<StaffMatch> search(Scope scope, String question, Language language) {
        // No match of words makes alerts anybody's business.
        if (isOtherBusiness(question)) {
            return List.of();
        }
        List<StaffMatch> judged = judged(compared(scope, question, language, Optional.empty()), language);
        List<StaffMatch> urgent = urgent(question, judged);
        if (!urgent.isEmpty()) {
            return first(urgent, judged);
        }
        boolean known = judged.stream().anyMatch(match -> match.sureness() != Sureness.UNKNOWN);
        return known || !indexes.knowsForeign(scope, language)
                ? judged.stream().limit(TOP).toList()
                : foreign(scope, question, language);
    }

    /// What weights are fitted on: each shipped way to ask, with itself left out, and what no document is about.
    public List<StaffLesson> lessons(Scope scope, Language language) {
        AskedIndex index = indexes.of(scope, language);
        Set<String> shipped = AskedTexts.all(language);
        List<StaffLesson> lessons = new ArrayList<>();
        for (AskedDocument document : index.documents()) {
            document.ways().stream()
                    .map(Way::text)
                    .filter(shipped::contains)
                    .map(text -> lesson(scope, text, Set.of(document.ref()), language, Optional.of(text)))
                    .forEach(lessons::add);
        }
        index.ways(Optional.empty()).stream()
                .map(way -> lesson(scope, way.text(), Set.of(), language, Optional.of(way.text())))
                .forEach(lessons::add);
        return lessons;
    }

    /// A further question to fit weights on.
    public StaffLesson lesson(Scope scope, String question, Set<String> right, Language language) {
        return lesson(scope, question, right, language, Optional.empty());
    }

    private StaffLesson lesson(
            Scope scope, String question, Set<String> right, Language language, Optional<String> leftOut) {
        List<Fit> fits = compared(scope, question, language, leftOut);
        return new StaffLesson(
                fits.stream()
                        .flatMap(fit -> fit.document().stream()
                                .map(document -> new StaffLesson.Candidate(document.ref(), fit.features())))
                        .toList(),
                fits.getLast().features(),
                right);
    }

    /// The vectors of all ways to ask, by text: for shipping them.
    public Map<String, Vector> meanings(Scope scope, Language language) {
        return indexes.meanings(scope, language);
    }

    /// Whether the question is about what no staff document may answer, such as alerts.
    public boolean isOtherBusiness(String question) {
        return otherBusiness.in(question) && emergencies.in(question).isEmpty();
    }

    /// Whether something has happened that cannot wait, by the words of the question or by what answers it.
    public boolean isEmergency(String question, List<StaffMatch> matches) {
        return !emergencies.in(question).isEmpty() || matches.stream().limit(1).anyMatch(this::saysWhatToDoNow);
    }

    private boolean saysWhatToDoNow(StaffMatch match) {
        return match.kind().equals("staff") && emergencies.documents().contains(match.ref());
    }

    /// Documents that exist in the other language only, if one is clearly about this.
    private List<StaffMatch> foreign(Scope scope, String question, Language language) {
        return search.search(scope, KnowledgeQuery.of(plain(question, indexes.of(scope, language)), PASSAGES)).stream()
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

    /// All documents with what is known of how they fit, and "none of them" last.
    private List<Fit> compared(Scope scope, String question, Language language, Optional<String> leftOut) {
        AskedIndex index = indexes.of(scope, language);
        String plain = plain(question, index);
        Way asked = indexes.asked(plain, search.meaning(plain, language));
        Map<String, PassageHit> hits = new HashMap<>();
        for (PassageHit hit :
                search.search(scope, KnowledgeQuery.of(plain, PASSAGES).in(language))) {
            hits.putIfAbsent(hit.documentId(), hit);
        }
        double least =
                hits.values().stream().mapToDouble(PassageHit::score).min().orElse(0);
        return index.fits(asked, leftOut).stream()
                .map(fit -> fit.document()
                        .map(document -> fit.with(passage(Optional.ofNullable(hits.get(document.id())), least)))
                        .orElse(fit))
                .toList();
    }

    private String plain(String question, AskedIndex index) {
        return Names.hidden(question, word -> index.knows(tokens.of(word)));
    }

    private static Map<String, Double> passage(Optional<PassageHit> hit, double least) {
        return Map.of(
                "passage", hit.map(PassageHit::score).orElse(least),
                "relevance", hit.map(PassageHit::relevance).orElse(0.0),
                "cosine", hit.flatMap(found -> found.why().cosine()).orElse(0.0));
    }

    /// The best first, with how probable it is that the first one is right rather than another one or none.
    private List<StaffMatch> judged(List<Fit> fits, Language language) {
        List<StaffMatch> ranked = fits.stream()
                .flatMap(fit -> fit.document().stream().map(document -> match(document, fit.features(), language)))
                .sorted(Comparator.comparingDouble(StaffMatch::score).reversed().thenComparing(StaffMatch::documentId))
                .toList();
        if (ranked.isEmpty()) {
            return ranked;
        }
        double best = ranked.getFirst().score();
        double all = Math.exp(weights.outside(fits.getLast().features(), language) - best)
                + ranked.stream()
                        .mapToDouble(match -> Math.exp(match.score() - best))
                        .sum();
        var judged = new ArrayList<>(ranked);
        StaffMatch match = ranked.getFirst();
        judged.set(0, match.judged(saysWhatToDoNow(match) ? Sureness.ofSteps(1 / all) : 1 / all));
        return List.copyOf(judged);
    }

    private StaffMatch match(AskedDocument document, Map<String, Double> features, Language language) {
        return new StaffMatch(
                document.id(),
                document.ref(),
                document.kind(),
                document.title(),
                language,
                weights.score(features, language),
                0,
                features);
    }
}
