package dev.analystcopilot.eval.peer;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/// BM25 as Lucene ships it, with its own analyzers, in memory.
public final class LucenePeer implements Peer {
    private static final String ID = "id";
    private static final String TEXT = "text";

    private final Analyzer analyzer;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    public LucenePeer(Language language, List<PeerPassage> passages) {
        analyzer = switch (language) {
            case EN -> new EnglishAnalyzer();
            case ZH -> new SmartChineseAnalyzer();
        };
        try {
            var directory = new ByteBuffersDirectory();
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (PeerPassage passage : passages) {
                    var document = new Document();
                    document.add(new StringField(ID, passage.id(), Field.Store.YES));
                    document.add(new TextField(TEXT, passage.text(), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            reader = DirectoryReader.open(directory);
            searcher = new IndexSearcher(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be written", e);
        }
    }

    @Override
    public String name() {
        return "Lucene BM25";
    }

    @Override
    public List<String> search(String question, Vector vector, int top) {
        try {
            Query query = new QueryParser(TEXT, analyzer).parse(QueryParser.escape(question));
            var ids = new ArrayList<String>();
            for (ScoreDoc found : searcher.search(query, top).scoreDocs) {
                ids.add(searcher.storedFields().document(found.doc).get(ID));
            }
            return ids;
        } catch (ParseException e) {
            throw new IllegalArgumentException("Lucene cannot read: " + question, e);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be closed", e);
        }
    }
}
