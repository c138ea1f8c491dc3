package dev.analystcopilot.eval.retrieval;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.eval.peer.Peer;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.search.Feature;
import dev.analystcopilot.knowledge.search.KnowledgeQuery;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.search.PassageHit;
import dev.analystcopilot.knowledge.search.Weights;
import dev.analystcopilot.knowledge.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The product's own search, whole or with one arm only.
///
/// @param kinds that are searched; all if empty
record Ours(String name, KnowledgeSearch search, Scope scope, Language language, Set<String> kinds) implements Peer {

    static Ours hybrid(Corpus corpus, Scope scope, Language language, Set<String> kinds) {
        return new Ours(
                "ours, hybrid", new KnowledgeSearch(corpus.database(), corpus.embedders()), scope, language, kinds);
    }

    static Ours arm(String name, Feature only, Corpus corpus, Scope scope, Language language, Set<String> kinds) {
        var weights = Weights.of(Map.of(only, 1.0));
        return new Ours(
                name, new KnowledgeSearch(corpus.database(), corpus.embedders(), weights), scope, language, kinds);
    }

    @Override
    public List<String> search(String question, Vector vector, int top) {
        var query = new KnowledgeQuery(question, Optional.of(language), kinds, top, true);
        return search.search(scope, query).stream().map(PassageHit::passageId).toList();
    }
}
