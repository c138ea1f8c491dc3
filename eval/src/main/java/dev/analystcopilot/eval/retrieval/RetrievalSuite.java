package dev.analystcopilot.eval.retrieval;

import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.eval.peer.ExactPeer;
import dev.analystcopilot.eval.peer.LangChainPeer;
import dev.analystcopilot.eval.peer.LucenePeer;
import dev.analystcopilot.eval.peer.Peer;
import dev.analystcopilot.eval.peer.PeerPassage;
import dev.analystcopilot.eval.peer.SpringPeer;
import dev.analystcopilot.knowledge.intake.ProductKnowledge;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.search.Feature;
import dev.analystcopilot.knowledge.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Our search and its peers on the same texts, vectors and questions, in one process.
public final class RetrievalSuite implements Suite {
    private static final int TRAM_STEP = 12;
    private static final Scope ANALYST = Scope.analyst("eval");

    @Override
    public String name() {
        return "retrieval";
    }

    @Override
    public Kind kind() {
        return Kind.EVAL;
    }

    @Override
    public String purpose() {
        return "the right document for a question, ours beside Lucene, LangChain4j and Spring AI";
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        try (Corpus corpus = Corpus.load(context)) {
            var tables = new ArrayList<ResultTable>();
            for (Language language : Language.values()) {
                tables.add(own(corpus, language, context));
            }
            tables.add(techniques(corpus, context));
            return new SuiteResult(WHAT, tables, NOTES);
        }
    }

    private static ResultTable own(Corpus corpus, Language language, SuiteContext context) {
        var trial = new Trial(
                QuerySets.own(language),
                corpus.refs(ProductKnowledge.SCOPE, language),
                corpus.embedders().of(language));
        return new ResultTable(
                "own-" + language.code(),
                rows(
                        corpus,
                        trial,
                        ANALYST,
                        language,
                        Set.of(),
                        corpus.forPeers(ProductKnowledge.SCOPE, language),
                        context));
    }

    private static ResultTable techniques(Corpus corpus, SuiteContext context) {
        Optional<Path> shared = context.shared();
        Optional<Path> measure = context.measure();
        if (shared.isEmpty() || measure.isEmpty()) {
            Score none = Score.none("the data pack, or MEASURE (its built inputs), is not there");
            return new ResultTable("tram", List.of(new Row("all", Map.of("ndcg@10", none))));
        }
        Techniques.load(corpus, shared.get());
        corpus.embed(Techniques.SCOPE, context);
        var trial = new Trial(
                QuerySets.rod(measure.get(), "techmap/tram", TRAM_STEP),
                corpus.refs(Techniques.SCOPE, Language.EN),
                corpus.embedders().english());
        return new ResultTable(
                "tram",
                rows(
                        corpus,
                        trial,
                        Techniques.SCOPE,
                        Language.EN,
                        Set.of("technique"),
                        corpus.forPeers(Techniques.SCOPE, Language.EN),
                        context));
    }

    private static List<Row> rows(
            Corpus corpus,
            Trial trial,
            Scope scope,
            Language language,
            Set<String> kinds,
            List<PeerPassage> passages,
            SuiteContext context) {
        String table = "peer_" + language.code()
                + (kinds.isEmpty() ? "" : "_" + kinds.iterator().next());
        // PostgreSQL has no dictionary for Chinese: `simple` cuts at blanks.
        String words = switch (language) {
            case EN -> "english";
            case ZH -> "simple";
        };
        var rows = new ArrayList<Row>();
        List<java.util.function.Supplier<Peer>> peers = List.of(
                () -> Ours.hybrid(corpus, scope, language, kinds),
                () -> Ours.arm("ours, words alone", Feature.LEXICAL, corpus, scope, language, kinds),
                () -> Ours.arm("ours, meaning alone", Feature.DENSE, corpus, scope, language, kinds),
                () -> new LucenePeer(language, passages),
                () -> new ExactPeer(passages),
                () -> new LangChainPeer(corpus.peers(), table + "_lv", "VECTOR", words, passages),
                () -> new LangChainPeer(corpus.peers(), table + "_lh", "HYBRID", words, passages),
                () -> new SpringPeer(corpus.peers(), Corpus.PEER_SCHEMA, table + "_s", passages));
        for (var make : peers) {
            try (Peer peer = make.get()) {
                context.say(table + ": " + peer.name());
                rows.add(trial.of(peer));
            }
        }
        return rows;
    }

    private static final String WHAT = """
            Which document answers a question. `own-en` and `own-zh`: 197 graded questions each of our own over the shipped
            runbooks, staff answers, policies and glossary, all kinds searched at once; `tram`: every twelfth TRAM sentence over
            the descriptions of ATT&CK's live techniques (nothing was learnt on it). All get the same texts and the same
            bge-small vectors; a document counts once, at its best passage. Times are for 50 passages at one client,
            embedding apart.""";
    private static final List<String> NOTES = List.of(
            "Weights were learnt on own-en and own-zh themselves; cross-validated numbers are under `fusion`.",
            "\"Words alone\" and \"meaning alone\" run both searches and rank by one, so their times are the hybrid's.",
            "Lucene and the exact cosine work in memory, without tenants; all others ask PostgreSQL.");
}
