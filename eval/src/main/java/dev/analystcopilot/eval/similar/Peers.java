package dev.analystcopilot.eval.similar;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.analystcopilot.eval.similar.Questions.Question;
import dev.analystcopilot.knowledge.embedded.DatabaseAddress;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.MetadataFilterBuilder;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.filter.FilterExpressionBuilder;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore;
import org.springframework.jdbc.core.JdbcTemplate;

/// The other stores, on tables of their own with the same vectors in the same database. Each fingerprint is a row whose
/// metadata say tenant and last time. Rows are copied within the database, and the index is made after that, by the
/// statement that the store itself would use: the best case for both.
final class Peers implements AutoCloseable {
    private static final int TOP = 10;

    private final HikariDataSource asItComes;
    private final HikariDataSource tuned;
    private final long since;

    private Peers(HikariDataSource asItComes, HikariDataSource tuned, Instant since) {
        this.asItComes = asItComes;
        this.tuned = tuned;
        this.since = since.getEpochSecond();
    }

    /// Makes and fills the tables.
    ///
    /// @param since the questions' filter
    static Peers over(DatabaseAddress address, Instant since, long rows) {
        var peers = new Peers(
                pool(address, ""),
                pool(address, "-c ivfflat.probes=20 -c hnsw.ef_search=200 -c hnsw.iterative_scan=strict_order"),
                since);
        var sql = new JdbcTemplate(peers.asItComes);
        sql.execute("SET maintenance_work_mem = '512MB'");
        // The owner reads all tenants' rows, once.
        sql.execute("ALTER TABLE copilot.fingerprint NO FORCE ROW LEVEL SECURITY");
        sql.execute("ALTER TABLE copilot.fingerprint_vector NO FORCE ROW LEVEL SECURITY");
        sql.execute("CREATE TABLE peer_lc4j (embedding_id uuid PRIMARY KEY, embedding vector(384), text text NULL,"
                + " metadata json NULL)");
        sql.execute("INSERT INTO peer_lc4j SELECT gen_random_uuid(), v.v384::vector, f.body,"
                + " json_build_object('hash', v.hash, 'tenant', v.tenant_id, 'last', extract(epoch FROM f.last_seen)"
                + "::bigint) FROM copilot.fingerprint_vector v JOIN copilot.fingerprint f USING (tenant_id, hash)");
        sql.execute("CREATE TABLE peer_spring AS SELECT embedding_id AS id, text AS content, metadata, embedding"
                + " FROM peer_lc4j");
        sql.execute("ALTER TABLE peer_spring ADD PRIMARY KEY (id)");
        sql.execute("ALTER TABLE copilot.fingerprint FORCE ROW LEVEL SECURITY");
        sql.execute("ALTER TABLE copilot.fingerprint_vector FORCE ROW LEVEL SECURITY");
        sql.execute(
                "CREATE INDEX peer_lc4j_ivfflat ON peer_lc4j USING ivfflat (embedding vector_cosine_ops) WITH (lists = %d)"
                        .formatted(Math.max(10, rows / 1_000)));
        sql.execute("CREATE INDEX peer_lc4j_text ON peer_lc4j USING gin (to_tsvector('english', coalesce(text, '')))");
        sql.execute("CREATE INDEX spring_ai_vector_index ON peer_spring USING hnsw (embedding vector_cosine_ops)");
        sql.execute("VACUUM ANALYZE peer_lc4j");
        sql.execute("VACUUM ANALYZE peer_spring");
        return peers;
    }

    List<Contestant> all() {
        return List.of(
                langChain("LangChain4j IVFFlat", asItComes, PgVectorEmbeddingStore.SearchMode.VECTOR),
                langChain("LangChain4j IVFFlat, probes 20", tuned, PgVectorEmbeddingStore.SearchMode.VECTOR),
                langChain("LangChain4j hybrid", asItComes, PgVectorEmbeddingStore.SearchMode.HYBRID),
                spring("Spring AI HNSW", asItComes),
                spring("Spring AI HNSW, ef 200, iterative", tuned));
    }

    private Contestant langChain(String name, HikariDataSource pool, PgVectorEmbeddingStore.SearchMode mode) {
        PgVectorEmbeddingStore store = PgVectorEmbeddingStore.datasourceBuilder()
                .datasource(pool)
                .table("peer_lc4j")
                .dimension(384)
                .createTable(false)
                .useIndex(false)
                .skipCreateVectorExtension(true)
                .searchMode(mode)
                .build();
        return new Contestant() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> nearest(Question question) {
                var request = EmbeddingSearchRequest.builder()
                        .query("something of kind")
                        .queryEmbedding(Embedding.from(question.vector().toArray()))
                        .maxResults(TOP)
                        .filter(MetadataFilterBuilder.metadataKey("tenant")
                                .isEqualTo(SyntheticStore.tenant(question.tenant()))
                                .and(MetadataFilterBuilder.metadataKey("last").isGreaterThanOrEqualTo(since)))
                        .build();
                return store.search(request).matches().stream()
                        .map(match -> String.valueOf(match.embedded().metadata().getString("hash")))
                        .toList();
            }
        };
    }

    private Contestant spring(String name, HikariDataSource pool) {
        var given = new GivenVectors();
        var store = PgVectorStore.builder(new JdbcTemplate(pool), given)
                .schemaName("copilot")
                .vectorTableName("peer_spring")
                .dimensions(384)
                .initializeSchema(false)
                .build();
        return new Contestant() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> nearest(Question question) {
                var filter = new FilterExpressionBuilder();
                String text = given.textOf(question);
                return store
                        .similaritySearch(SearchRequest.builder()
                                .query(text)
                                .topK(TOP)
                                .similarityThresholdAll()
                                .filterExpression(filter.and(
                                                filter.eq("tenant", SyntheticStore.tenant(question.tenant())),
                                                filter.gte("last", since))
                                        .build())
                                .build())
                        .stream()
                        .map(document -> String.valueOf(document.getMetadata().get("hash")))
                        .toList();
            }
        };
    }

    private static HikariDataSource pool(DatabaseAddress address, String options) {
        var config = new HikariConfig();
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.owner().user());
        config.setPassword(address.owner().password());
        config.setMaximumPoolSize(4);
        config.addDataSourceProperty("currentSchema", "copilot,public");
        if (!options.isEmpty()) {
            config.addDataSourceProperty("options", options);
            config.setConnectionInitSql("SELECT '[1]'::public.vector");
        }
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        asItComes.close();
        tuned.close();
    }

    /// The question's vector is given: embedding costs nothing here.
    private static final class GivenVectors implements EmbeddingModel {
        private final Map<String, float[]> vectors = new ConcurrentHashMap<>();

        String textOf(Question question) {
            String text = Integer.toHexString(System.identityHashCode(question))
                    + question.vector().hashCode();
            vectors.computeIfAbsent(text, key -> question.vector().toArray());
            return text;
        }

        @Override
        public float[] embed(String text) {
            float[] vector = vectors.get(text);
            if (vector == null) {
                throw new IllegalArgumentException("not a question of this run: " + text);
            }
            return vector;
        }

        @Override
        public float[] embed(Document document) {
            return embed(String.valueOf(document.getText()));
        }

        @Override
        public EmbeddingResponse call(EmbeddingRequest request) {
            throw new UnsupportedOperationException("only questions are embedded here");
        }
    }
}
