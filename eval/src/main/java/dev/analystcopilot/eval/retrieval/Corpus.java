package dev.analystcopilot.eval.retrieval;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.peer.PeerPassage;
import dev.analystcopilot.knowledge.document.PassageEmbedding;
import dev.analystcopilot.knowledge.embedded.ScratchDatabase;
import dev.analystcopilot.knowledge.intake.ProductKnowledge;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What ships with the product, in a scratch database, with its vectors.
public final class Corpus implements AutoCloseable {
    private static final int ALL = 1_000_000;

    /// Where peers make their tables: the owner may not write to `public`.
    public static final String PEER_SCHEMA = "peers";

    private final ScratchDatabase scratch;
    private final Database database;
    private final Embedders embedders;
    private final HikariDataSource peers;

    private Corpus(ScratchDatabase scratch, Embedders embedders) {
        this.scratch = scratch;
        this.database = Database.open(scratch.address());
        this.embedders = embedders;
        var config = new HikariConfig();
        config.setJdbcUrl(scratch.address().jdbcUrl());
        config.setUsername(scratch.address().owner().user());
        config.setPassword(scratch.address().owner().password());
        config.setMaximumPoolSize(4);
        config.addDataSourceProperty("currentSchema", PEER_SCHEMA + ",public");
        this.peers = new HikariDataSource(config);
        asOwner("CREATE SCHEMA " + PEER_SCHEMA);
    }

    public static Corpus load(SuiteContext context) {
        var corpus = empty(context);
        var done = ProductKnowledge.load(corpus.database);
        context.say("product knowledge: " + done.changed() + " documents");
        corpus.embed(ProductKnowledge.SCOPE, context);
        return corpus;
    }

    /// The same without the `questions:` that documents carry, so that these can be asked: in [PlainKnowledge#SCOPE].
    public static Corpus withoutQuestions(SuiteContext context) {
        var corpus = empty(context);
        PlainKnowledge.load(corpus.database, context);
        corpus.embed(PlainKnowledge.SCOPE, context);
        return corpus;
    }

    /// Fills a database that a service is to be started on, so that it need not embed what was embedded before.
    public static void fill(SuiteContext context, ScratchDatabase scratch) {
        Embedders embedders = cached(context);
        try (var database = Database.open(scratch.address())) {
            var _ = ProductKnowledge.load(database);
            embed(database, embedders, ProductKnowledge.SCOPE, context);
        } finally {
            embedders.english().close();
            embedders.chinese().close();
        }
    }

    private static Corpus empty(SuiteContext context) {
        return new Corpus(ScratchDatabase.create(context.environment(), context.root()), cached(context));
    }

    private static Embedders cached(SuiteContext context) {
        var cache = context.cache("vectors");
        return new Embedders(
                new CachedEmbedder(BgeEmbedder.english(), cache), new CachedEmbedder(BgeEmbedder.chinese(), cache));
    }

    public void embed(Scope scope, SuiteContext context) {
        embed(database, embedders, scope, context);
        // What autovacuum does within a minute, at once.
        asOwner("ANALYZE");
    }

    private static void embed(Database database, Embedders embedders, Scope scope, SuiteContext context) {
        var _ = new PassageEmbedding(database, embedders)
                .embedPending(scope, (done, total) -> context.say("embedded %d of %d".formatted(done, total)));
    }

    private void asOwner(String statement) {
        try (Connection connection = peers.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the scratch database refuses: " + statement, e);
        }
    }

    public Database database() {
        return database;
    }

    public Embedders embedders() {
        return embedders;
    }

    /// For peers: the owner's connections, outside of row-level security.
    public HikariDataSource peers() {
        return peers;
    }

    /// All passages of a language that a scope owns.
    public List<Passage> stored(Scope scope, Language language) {
        return database.passages().withoutVector(scope, "none has a vector of this model", language, "", ALL);
    }

    /// The same texts and vectors that the product searches.
    public List<PeerPassage> forPeers(Scope scope, Language language) {
        List<Passage> passages = stored(scope, language);
        List<String> texts = passages.stream().map(Corpus::text).toList();
        List<Vector> vectors = embedders.of(language).embed(texts);
        var all = new ArrayList<PeerPassage>();
        for (int i = 0; i < passages.size(); i++) {
            all.add(new PeerPassage(passages.get(i).id(), texts.get(i), vectors.get(i)));
        }
        return all;
    }

    /// What a passage answers to: its ref, by its id.
    public Map<String, String> refs(Scope scope, Language language) {
        var refs = new HashMap<String, String>();
        stored(scope, language).forEach(passage -> refs.put(passage.id(), passage.ref()));
        return refs;
    }

    /// As the product embeds it.
    private static String text(Passage passage) {
        return String.join("\n", passage.title(), passage.heading(), passage.context(), passage.text())
                .replaceAll("\n{2,}", "\n");
    }

    @Override
    public void close() {
        peers.close();
        database.close();
        embedders.english().close();
        embedders.chinese().close();
        scratch.close();
    }
}
