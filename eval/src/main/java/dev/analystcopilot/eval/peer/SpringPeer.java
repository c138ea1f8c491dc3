package dev.analystcopilot.eval.peer;

import dev.analystcopilot.embeddings.text.Vector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore;
import org.springframework.jdbc.core.JdbcTemplate;

/// Spring AI's store with what it does by default (HNSW, cosine), given the same vectors as everyone else.
public final class SpringPeer implements Peer {
    private static final String ID = "passage";

    private final GivenVectors vectors;
    private final PgVectorStore store;

    public SpringPeer(DataSource database, String schema, String table, List<PeerPassage> passages) {
        int dimension = passages.getFirst().vector().dimension();
        vectors = new GivenVectors(dimension);
        passages.forEach(passage -> vectors.put(passage.text(), passage.vector()));
        store = PgVectorStore.builder(new JdbcTemplate(database), vectors)
                .dimensions(dimension)
                .schemaName(schema)
                .vectorTableName(table)
                .initializeSchema(true)
                .build();
        store.afterPropertiesSet();
        store.add(passages.stream()
                .map(passage -> new Document(passage.text(), Map.of(ID, passage.id())))
                .toList());
    }

    @Override
    public String name() {
        return "Spring AI PgVectorStore";
    }

    @Override
    public List<String> search(String question, Vector vector, int top) {
        vectors.put(question, vector);
        List<Document> found = Objects.requireNonNull(store.similaritySearch(
                SearchRequest.builder().query(question).topK(top).build()));
        return found.stream()
                .map(document -> String.valueOf(document.getMetadata().get(ID)))
                .toList();
    }

    /// Answers with vectors that were computed before.
    private static final class GivenVectors implements EmbeddingModel {
        private final int dimension;
        private final Map<String, Vector> known = new HashMap<>();

        GivenVectors(int dimension) {
            this.dimension = dimension;
        }

        void put(String text, Vector vector) {
            known.put(text, vector);
        }

        private float[] of(String text) {
            return Objects.requireNonNull(known.get(text), "a text without a vector")
                    .toArray();
        }

        @Override
        public EmbeddingResponse call(EmbeddingRequest request) {
            List<String> texts = request.getInstructions();
            var embeddings = new java.util.ArrayList<Embedding>();
            for (int i = 0; i < texts.size(); i++) {
                embeddings.add(new Embedding(of(texts.get(i)), i));
            }
            return new EmbeddingResponse(embeddings);
        }

        @Override
        public float[] embed(Document document) {
            return of(Objects.requireNonNull(document.getText()));
        }

        @Override
        public float[] embed(String text) {
            return of(text);
        }

        @Override
        public int dimensions() {
            return dimension;
        }
    }
}
