package dev.analystcopilot.eval.crosslingual;

import dev.analystcopilot.eval.retrieval.Corpus;
import dev.analystcopilot.eval.retrieval.PlainKnowledge;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.PassageStore.Document;
import dev.analystcopilot.knowledge.postgres.PassageStore.Entry;
import dev.analystcopilot.knowledge.postgres.PassageStore.NewPassage;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.search.Feature;
import dev.analystcopilot.knowledge.search.KnowledgeQuery;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.search.PassageHit;
import dev.analystcopilot.knowledge.search.Weights;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The sets through the product: its search with the shipped weights, and with one of its arms only.
final class ProductSearch {
    static final String WHOLE = "product";

    private static final Scope PUBLIC = Scope.analyst("public");
    private static final int TITLE_WEIGHT = 3;
    private static final int HEADING_WEIGHT = 2;
    private static final int TOP = 10;

    private final Map<String, KnowledgeSearch> ways = new LinkedHashMap<>();

    ProductSearch(Corpus corpus) {
        ways.put("product, words", search(corpus, Feature.LEXICAL));
        ways.put("product, meaning", search(corpus, Feature.DENSE));
        ways.put(WHOLE, new KnowledgeSearch(corpus.database(), corpus.embedders()));
    }

    private static KnowledgeSearch search(Corpus corpus, Feature only) {
        return new KnowledgeSearch(corpus.database(), corpus.embedders(), Weights.of(Map.of(only, 1.0)));
    }

    /// Documents of others, as they are cut here.
    static void store(Corpus corpus, List<TextPiece> pieces) {
        Map<String, List<TextPiece>> documents = new LinkedHashMap<>();
        pieces.forEach(piece ->
                documents.computeIfAbsent(piece.ref(), ref -> new ArrayList<>()).add(piece));
        var tokens = new Tokens();
        corpus.database()
                .passages()
                .change(
                        PUBLIC,
                        documents.values().stream()
                                .map(parts -> entry(parts, tokens))
                                .toList(),
                        List.of());
    }

    private static Entry entry(List<TextPiece> parts, Tokens tokens) {
        String ref = parts.getFirst().ref();
        var document = new Document(
                "public:" + ref,
                "public",
                ref,
                "document",
                Audience.ANALYST,
                Language.EN,
                parts.getFirst().title(),
                List.of(),
                List.of(),
                ref);
        var passages = new ArrayList<NewPassage>();
        for (TextPiece part : parts) {
            int number = passages.size() + 1;
            Map<String, Integer> terms = new HashMap<>(tokens.counts(part.text()));
            tokens.counts(part.title()).forEach((term, n) -> terms.merge(term, n * TITLE_WEIGHT, Integer::sum));
            tokens.counts(part.heading()).forEach((term, n) -> terms.merge(term, n * HEADING_WEIGHT, Integer::sum));
            passages.add(new NewPassage(
                    document.id() + "#" + number, number, "document", part.heading(), part.text(), "", terms, true));
        }
        return new Entry(document, passages, "public");
    }

    /// Of which tenant a set's documents are.
    static Scope scope(QuestionSet set) {
        return set.pieces().size() == 1 ? PUBLIC : PlainKnowledge.SCOPE;
    }

    Map<String, Arm> arms(QuestionSet set, Language from, Language to) {
        Map<String, Arm> arms = new LinkedHashMap<>();
        ways.forEach((name, search) -> {
            var arm = new Arm();
            for (QuestionPair pair : set.pairs()) {
                var query = new KnowledgeQuery(pair.in(from), Optional.of(to), Set.of(), TOP, true);
                arm.score(
                        search.search(scope(set), query).stream()
                                .map(PassageHit::ref)
                                .toList(),
                        pair.ref());
            }
            arms.put(name, arm);
        });
        return arms;
    }

    static Scope others() {
        return PUBLIC;
    }
}
