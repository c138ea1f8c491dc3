package dev.analystcopilot.eval.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/// The rules' whole texts in Lucene's index, in memory: the peer.
final class RuleWords implements AutoCloseable {
    private static final int MOST_WORDS = 1000;

    private final StandardAnalyzer analyzer = new StandardAnalyzer();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /// @param yaml by rule id
    RuleWords(Map<String, String> yaml, Similarity similarity) throws IOException {
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setSimilarity(similarity))) {
            for (Map.Entry<String, String> rule : yaml.entrySet()) {
                var document = new Document();
                document.add(new StringField("id", rule.getKey(), Store.YES));
                document.add(new TextField("text", rule.getValue(), Store.NO));
                writer.addDocument(document);
            }
        }
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
    }

    List<String> find(String text, int top) {
        try {
            var query = new BooleanQuery.Builder();
            for (String word : words(text)) {
                query.add(new TermQuery(new Term("text", word)), Occur.SHOULD);
            }
            var stored = searcher.storedFields();
            List<Integer> found = Arrays.stream(searcher.search(query.build(), top).scoreDocs)
                    .map(hit -> hit.doc)
                    .toList();
            var ids = new ArrayList<String>();
            for (int document : found) {
                ids.add(stored.document(document).get("id"));
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> words(String text) throws IOException {
        var words = new LinkedHashSet<String>();
        try (var stream = analyzer.tokenStream("text", text)) {
            var word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken() && words.size() < MOST_WORDS) {
                words.add(word.toString());
            }
            stream.end();
        }
        return List.copyOf(words);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
        analyzer.close();
    }
}
