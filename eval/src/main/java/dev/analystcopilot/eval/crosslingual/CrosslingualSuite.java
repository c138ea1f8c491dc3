package dev.analystcopilot.eval.crosslingual;

import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.eval.retrieval.Corpus;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.Tokens;
import dev.analystcopilot.knowledge.text.glossary.CrossLingual;
import dev.analystcopilot.knowledge.text.glossary.CrossQuery;
import dev.analystcopilot.knowledge.text.glossary.CrossVectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the same questions in both languages and searches both: by words, by meaning, and by both fused.
public final class CrosslingualSuite implements Suite {
    private static final String BOTH = "words + meaning";

    @Override
    public String name() {
        return "crosslingual";
    }

    @Override
    public Kind kind() {
        return Kind.EVAL;
    }

    @Override
    public String purpose() {
        return "Chinese questions over English documents and the other way round, each way to search alone and fused";
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        try (Corpus corpus = Corpus.withoutQuestions(context)) {
            var product = new ProductSearch(corpus);
            var tables = new ArrayList<ResultTable>();
            var notes = new ArrayList<String>();
            for (QuestionSet set : sets(context, notes)) {
                context.say(set.name() + ": " + set.pairs().size() + " pairs");
                if (ProductSearch.scope(set).equals(ProductSearch.others())) {
                    set.pieces().values().forEach(pieces -> ProductSearch.store(corpus, pieces));
                    corpus.embed(ProductSearch.others(), context);
                }
                tables.add(new ResultTable(set.name(), rows(set, corpus.embedders(), product)));
            }
            notes.add(
                    "The staff's questions are taken out of the documents that are searched, and no question of any set "
                            + "was used to fit the map between both models. The lines of the own documents were; the public ones "
                            + "are new to it. `ratio` is nDCG@10 over that of the same questions in the documents' language.");
            notes.add(
                    "Development numbers: the glossary grew while these questions' misses were looked at (ADR 0010).");
            return new SuiteResult(
                    "A document is as good as its best passage. Words: BM25 (for the other language with the glossary's "
                            + "translation). Meaning: bge-small (for the other language with the translated question, the "
                            + "question's own vector carried over by a linear map, or both mixed).",
                    tables,
                    notes);
        }
    }

    private static List<QuestionSet> sets(SuiteContext context, List<String> notes) {
        OwnContent own = OwnContent.of(context.root());
        var sets = new ArrayList<>(List.of(own.staffQuestions(), own.runbookQuestions()));
        Optional<Path> shared = context.shared();
        if (shared.isPresent()) {
            sets.add(PublicDocuments.questions(shared.get()));
        } else {
            notes.add("Not measured: public English documents, for want of ../shared.");
        }
        return sets;
    }

    private static List<Row> rows(QuestionSet set, Embedders embedders, ProductSearch product) {
        var tokens = new Tokens();
        var cross = CrossLingual.shipped();
        var vectors = new CrossVectors(embedders);
        var rows = new ArrayList<Row>();
        Map<Language, PieceIndex> indexes = new EnumMap<>(Language.class);
        set.pieces().forEach((to, pieces) -> indexes.put(to, new PieceIndex(pieces, tokens, embedders.of(to))));
        for (Language to : indexes.keySet()) {
            Map<String, Arm> same = arms(set, to, to, indexes.get(to), cross, vectors, embedders);
            same.putAll(product.arms(set, to, to));
            add(to, to, same, same, rows);
            Language from = to == Language.EN ? Language.ZH : Language.EN;
            Map<String, Arm> other = arms(set, from, to, indexes.get(to), cross, vectors, embedders);
            other.putAll(product.arms(set, from, to));
            add(from, to, other, same, rows);
        }
        return rows;
    }

    private static Map<String, Arm> arms(
            QuestionSet set,
            Language from,
            Language to,
            PieceIndex index,
            CrossLingual cross,
            CrossVectors vectors,
            Embedders embedders) {
        Map<String, Arm> arms = new LinkedHashMap<>();
        for (QuestionPair pair : set.pairs()) {
            String question = pair.in(from);
            CrossQuery query = cross.expand(question, from, to);
            var words = index.byWords(query.terms()).keySet();
            var meaning = index.byMeaning(vectors.of(question, query)).keySet();
            arms.computeIfAbsent("words", n -> new Arm()).score(words, pair.ref());
            if (from != to) {
                var translated = index.byMeaning(embedders.of(to).embedQuery(query.translatedText()));
                var carried = index.byMeaning(vectors.carried(question, to));
                arms.computeIfAbsent("meaning, translated", n -> new Arm()).score(translated.keySet(), pair.ref());
                arms.computeIfAbsent("meaning, map", n -> new Arm()).score(carried.keySet(), pair.ref());
            }
            arms.computeIfAbsent("meaning", n -> new Arm()).score(meaning, pair.ref());
            arms.computeIfAbsent(BOTH, n -> new Arm()).score(RankFusion.fuse(List.of(words, meaning)), pair.ref());
        }
        return arms;
    }

    private static void add(Language from, Language to, Map<String, Arm> arms, Map<String, Arm> same, List<Row> rows) {
        double product = same.getOrDefault(ProductSearch.WHOLE, new Arm()).ndcg();
        arms.forEach((name, arm) -> {
            Map<String, Score> values = new LinkedHashMap<>(arm.means());
            if (from != to) {
                values.put("ratio", product == 0 ? Score.none("nothing was found") : Score.of(arm.ndcg() / product));
            }
            rows.add(new Row("%s → %s, %s".formatted(from.code(), to.code(), name), values));
        });
    }
}
