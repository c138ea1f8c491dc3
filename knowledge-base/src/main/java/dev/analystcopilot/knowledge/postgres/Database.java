package dev.analystcopilot.knowledge.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.analystcopilot.knowledge.embedded.DatabaseAddress;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// The stores, on a pool of connections under the application's role. Opening it brings the schema up to date first,
/// under the owner's role. Thread-safe.
public final class Database implements AutoCloseable {
    static final String SCHEMA = "copilot";
    static final int POOL_SIZE = 10;
    /// Connections that only looking up tokens takes: work that fills the pool must not keep people at the door.
    public static final int FOR_TOKENS = 2;

    private static final String PING = /* language=SQL */ "SELECT 1";

    /// SQL states: the connection cannot be made or broke off, or the server goes down or comes up.
    private static final Pattern AWAY = Pattern.compile("08...|57P0[123]");

    private static final int MAX_CAUSES = 20;

    private final HikariDataSource pool;
    private final HikariDataSource door;
    private final ScopedTransactions transactions;
    private final AlertStore alerts;
    private final FingerprintStore fingerprints;
    private final CaseStore cases;
    private final JobStore jobs;
    private final UserStore users;
    private final TokenStore tokens;
    private final ConversationStore conversations;
    private final PassageStore passages;
    private final EmbeddingQueue embedding;
    private final NeighbourStore neighbours;
    private final VerdictStore verdicts;
    private final ModelStore models;
    private final AttentionStore attention;

    private Database(HikariDataSource pool, HikariDataSource door) {
        this.pool = pool;
        this.door = door;
        this.transactions = transactions(pool);
        this.alerts = new AlertStore(transactions);
        this.fingerprints = new FingerprintStore(transactions);
        this.cases = new CaseStore(transactions);
        this.jobs = new JobStore(transactions);
        this.users = new UserStore(transactions);
        this.tokens = new TokenStore(transactions(door));
        this.conversations = new ConversationStore(transactions);
        this.passages = new PassageStore(transactions);
        this.embedding = new EmbeddingQueue(transactions);
        this.neighbours = new NeighbourStore(transactions, Clock.systemUTC());
        this.verdicts = new VerdictStore(transactions);
        this.models = new ModelStore(transactions);
        this.attention = new AttentionStore(transactions);
    }

    private static ScopedTransactions transactions(HikariDataSource pool) {
        Jdbi jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
        StoredText.register(jdbi);
        return new ScopedTransactions(jdbi);
    }

    /// The address stays the caller's to close, after this.
    public static Database open(DatabaseAddress address) {
        migrate(address);
        var pool = config(address, "copilot", POOL_SIZE);
        pool.setMinimumIdle(1);
        var door = config(address, "door", FOR_TOKENS);
        // Connected when the first token comes: commands that look up none need no connection for it.
        door.setMinimumIdle(0);
        door.setInitializationFailTimeout(-1);
        return new Database(new HikariDataSource(pool), new HikariDataSource(door));
    }

    private static HikariConfig config(DatabaseAddress address, String name, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.app().user());
        config.setPassword(address.app().password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.addDataSourceProperty("currentSchema", SCHEMA + ",public");
        // Optional filters are written (:x IS NULL OR …): only a plan made for the values at hand can use an index.
        config.addDataSourceProperty("options", "-c plan_cache_mode=force_custom_plan");
        return config;
    }

    private static void migrate(DatabaseAddress address) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(
                        address.jdbcUrl(),
                        address.owner().user(),
                        address.owner().password())
                .schemas(SCHEMA)
                .placeholders(Map.of("app", address.app().user()))
                .load()
                .migrate();
    }

    /// Whether an error means that the server is away, rather than that it refused what was asked of it.
    public static boolean isAway(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .anyMatch(cause -> switch (cause) {
                    case SQLTransientConnectionException ignored -> true;
                    case SQLException sql ->
                        AWAY.matcher(String.valueOf(sql.getSQLState())).matches();
                    default -> false;
                });
    }

    /// Asks the server for a sign of life.
    ///
    /// @throws org.jdbi.v3.core.JdbiException if there is none
    public void ping() {
        transactions.naming(
                Map.of(),
                handle -> handle.createQuery(PING).mapTo(Integer.class).one());
    }

    public AlertStore alerts() {
        return alerts;
    }

    public FingerprintStore fingerprints() {
        return fingerprints;
    }

    public CaseStore cases() {
        return cases;
    }

    public JobStore jobs() {
        return jobs;
    }

    public UserStore users() {
        return users;
    }

    public TokenStore tokens() {
        return tokens;
    }

    public ConversationStore conversations() {
        return conversations;
    }

    /// For the stores in the packages below this one, which are made from a database.
    public ScopedTransactions transactions() {
        return transactions;
    }

    public PassageStore passages() {
        return passages;
    }

    public NeighbourStore neighbours() {
        return neighbours;
    }

    public VerdictStore verdicts() {
        return verdicts;
    }

    public ModelStore models() {
        return models;
    }

    public AttentionStore attention() {
        return attention;
    }

    public EmbeddingQueue embedding() {
        return embedding;
    }

    @Override
    public void close() {
        door.close();
        pool.close();
    }
}
