package dev.analystcopilot.eval.peer;

import dev.analystcopilot.embeddings.text.Vector;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore.SearchMode;
import java.util.List;
import javax.sql.DataSource;

/// LangChain4j's store, in either of its modes, with what it does by default.
public final class LangChainPeer implements Peer {
    private static final String ID = "passage";

    private final SearchMode mode;
    private final PgVectorEmbeddingStore store;

    /// @param mode `VECTOR` or `HYBRID`
    /// @param words the text search configuration: `english`, `simple`
    public LangChainPeer(DataSource database, String table, String mode, String words, List<PeerPassage> passages) {
        this.mode = SearchMode.valueOf(mode);
        store = PgVectorEmbeddingStore.datasourceBuilder()
                .datasource(database)
                .table(table)
                .dimension(passages.getFirst().vector().dimension())
                .skipCreateVectorExtension(true)
                .createTable(true)
                .searchMode(this.mode)
                .textSearchConfig(words)
                .build();
        store.addAll(
                passages.stream()
                        .map(passage -> Embedding.from(passage.vector().toArray()))
                        .toList(),
                passages.stream()
                        .map(passage -> TextSegment.from(passage.text(), Metadata.from(ID, passage.id())))
                        .toList());
    }

    @Override
    public String name() {
        return "LangChain4j PgVectorEmbeddingStore, "
                + switch (mode) {
                    case VECTOR -> "vector";
                    case HYBRID -> "hybrid";
                };
    }

    @Override
    public List<String> search(String question, Vector vector, int top) {
        var request = EmbeddingSearchRequest.builder()
                .query(question)
                .queryEmbedding(Embedding.from(vector.toArray()))
                .maxResults(top)
                .build();
        return store.search(request).matches().stream()
                .map(match -> match.embedded().metadata().getString(ID))
                .toList();
    }
}
