package dev.analystcopilot.eval.similar;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.eval.similar.Questions.Question;
import dev.analystcopilot.knowledge.embedded.DatabaseAddress;
import dev.analystcopilot.knowledge.embedded.ScratchDatabase;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Neighbour;
import dev.analystcopilot.knowledge.postgres.NeighbourQuery;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The ten nearest fingerprints of a tenant that have an alert in the last seven days, with the newest alert, the count
/// and the verdicts of each, among a million alerts; and the ten nearest alone from other stores with the same vectors.
public final class SimilarBench implements Suite {
    private static final String SIZE = "alerts";
    private static final int ALERTS = 1_000_000;
    private static final int COMPARED = 200_000;
    private static final int ALERTS_A_FINGERPRINT = 5;
    private static final int TENANTS = 500;
    private static final int TOP = 10;
    private static final int CLIENTS = 4;
    private static final long SEED = 20260601;
    private static final int QUESTIONS = 1_000;
    private static final int PEERS_QUESTIONS = 40;

    @Override
    public String name() {
        return "similar";
    }

    @Override
    public Kind kind() {
        return Kind.BENCH;
    }

    @Override
    public String purpose() {
        return "similar alerts among a million of 500 tenants, beside other vector stores";
    }

    @Override
    public Set<String> options() {
        return Set.of(SIZE);
    }

    /// First the comparison, on fewer alerts, since loading and asking the others takes long; then the whole number. A
    /// size
    /// that was asked for is measured alone.
    @Override
    public SuiteResult run(SuiteContext context) {
        int alerts = context.size(SIZE, ALERTS);
        List<ResultTable> tables = new ArrayList<>();
        if (alerts <= COMPARED || !context.sizes().containsKey(SIZE)) {
            tables.addAll(measure(context, Math.min(alerts, COMPARED), true));
        }
        if (alerts > COMPARED) {
            tables.addAll(measure(context, alerts, false));
        }
        return new SuiteResult(
                "The ten nearest fingerprints of a tenant with an alert in the last seven days; vectors given.",
                tables,
                notes());
    }

    private static List<ResultTable> measure(SuiteContext context, int alerts, boolean peersToo) {
        var store = new SyntheticStore(SEED, TENANTS, alerts / ALERTS_A_FINGERPRINT, alerts);
        try (var scratch = ScratchDatabase.create(context.environment(), context.root());
                Database database = Database.open(scratch.address())) {
            Loading loading = Loading.into(database, store, context.progress());
            settle(scratch.address());
            context.say("loaded: " + loading);
            List<Row> rows = new ArrayList<>();
            Questions largest = Questions.ofTheLargest(store, QUESTIONS, SEED);
            List<Questions> asked =
                    List.of(Questions.ofAllTenants(store, QUESTIONS, SEED), largest, largest.whenever());
            for (Questions questions : asked) {
                rows.add(row(database, ours(database), questions, QUESTIONS));
                context.say(rows.getLast().toString());
            }
            if (peersToo) {
                try (var peers = Peers.over(scratch.address(), Questions.since(), loading.fingerprints())) {
                    for (Contestant peer : peers.all()) {
                        rows.add(row(database, peer, asked.getFirst(), PEERS_QUESTIONS));
                        context.say(rows.getLast().toString());
                    }
                }
            }
            String size = "%,d alerts of %,d fingerprints of %d tenants"
                    .formatted(loading.alerts(), loading.fingerprints(), TENANTS);
            return List.of(new ResultTable(size, rows), loaded(size, loading));
        }
    }

    private static List<String> notes() {
        return List.of(
                "Load average at the end: %.1f."
                        .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                "Ours also reads the newest alert, the count and the verdicts of each, under row-level security; the"
                        + " others return their rows only.",
                "Embedding a question of a dozen words takes %.1f ms, not counted above.".formatted(embedding()),
                "Last seven days: compared exactly, out of one table; without a limit of time, a large tenant's own HNSW"
                        + " index.",
                "%d clients at once for q/s. The others: rows copied within the database, their own index statement"
                                .formatted(CLIENTS)
                        + " after that; %d questions.".formatted(PEERS_QUESTIONS));
    }

    private static ResultTable loaded(String size, Loading loading) {
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("store alerts s", seconds(loading.storing()));
        values.put("store vectors s", seconds(loading.vectors()));
        values.put("build indexes s", seconds(loading.indexing()));
        values.put("tenants with an index", Score.of(loading.indexed()));
        return new ResultTable("Loading " + size, List.of(new Row("this store", values)));
    }

    private static Score seconds(Duration duration) {
        return Score.of(duration.toMillis() / 1e3);
    }

    static Row row(Database database, Contestant contestant, Questions questions, int limit) {
        List<Question> asked =
                questions.all().subList(0, Math.min(limit, questions.all().size()));
        List<Question> judged = asked.subList(0, Math.min(200, asked.size()));
        long found = 0;
        long returned = 0;
        long wanted = 0;
        for (Question question : judged) {
            List<String> exact = hashes(database.neighbours().nearestExactly(scope(question), query(question)));
            List<String> got = contestant.nearest(question);
            found += exact.stream().filter(got::contains).count();
            returned += got.size();
            wanted += exact.size();
        }
        Latency latency = Latency.of(asked, CLIENTS, contestant::nearest);
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("recall@10", Score.of((double) found / wanted));
        values.put("returned", Score.of((double) returned / wanted));
        values.put("p50 ms", Score.of(latency.p50()));
        values.put("p95 ms", Score.of(latency.p95()));
        values.put("p99 ms", Score.of(latency.p99()));
        values.put("q/s", Score.of(latency.perSecond()));
        return new Row(contestant.name() + ", " + questions.name(), values);
    }

    static Contestant ours(Database database) {
        return new Contestant() {
            @Override
            public String name() {
                return "this store";
            }

            @Override
            public List<String> nearest(Question question) {
                return hashes(database.neighbours().nearest(scope(question), query(question)));
            }
        };
    }

    private static List<String> hashes(List<Neighbour> neighbours) {
        return neighbours.stream().map(Neighbour::fingerprint).toList();
    }

    static Scope scope(Question question) {
        return Scope.analyst(SyntheticStore.tenant(question.tenant()));
    }

    static NeighbourQuery query(Question question) {
        return NeighbourQuery.near(SyntheticStore.MODEL, question.vector(), TOP)
                .between(question.from(), Optional.empty());
    }

    /// What autovacuum does to a store that has been there for a minute.
    static void settle(DatabaseAddress address) {
        try (Connection connection = DriverManager.getConnection(
                        address.jdbcUrl(),
                        address.owner().user(),
                        address.owner().password());
                Statement statement = connection.createStatement()) {
            for (String table : List.of("alert", "fingerprint", "fingerprint_vector", "alert_entity")) {
                statement.execute("VACUUM (ANALYZE) copilot." + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot vacuum the scratch database", e);
        }
    }

    private static double embedding() {
        try (var embedder = BgeEmbedder.english()) {
            String question =
                    "Suspicious PowerShell download cradle executed by Office process on a finance workstation";
            for (int i = 0; i < 5; i++) {
                embedder.embedQuery(question + i);
            }
            long begin = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                embedder.embedQuery(question + " " + i);
            }
            return (System.nanoTime() - begin) / 20e6;
        }
    }
}
