package dev.analystcopilot.knowledge.postgres;

/// How the nearest fingerprints are found.
enum SearchPlan {
    /// Every vector of the tenant that passes the filters is compared.
    EXACT,
    /// Every vector of the entities' alerts is compared.
    ABOUT,
    /// The tenant's own HNSW index, which goes on until enough rows passed the filters.
    HNSW;

    /// Comparing so many costs about as much as a walk through the index.
    static final long EXACT_UP_TO = 2_500;

    /// An index is worth its upkeep from here.
    static final long INDEX_FROM = 4_000;

    /// An entity with more alerts than this is a hub: the vectors are searched first, and their alerts then looked at.
    static final int HUB = 20_000;

    private static final long LEAST_EF = 100;
    private static final long MOST_EF = 400;

    /// How many candidates the index keeps: enough that those which pass the filters are many times the asked number.
    static long ef(long limit, long passing, long all) {
        double share = all == 0 ? 1 : Math.max(0.01, (double) passing / all);
        return Math.clamp(Math.round(4 * limit / share), LEAST_EF, MOST_EF);
    }

    String sql(VectorColumn column) {
        return switch (this) {
            case EXACT ->
                switch (column) {
                    case D384 -> NeighbourSql.EXACT_384;
                    case D512 -> NeighbourSql.EXACT_512;
                };
            case ABOUT ->
                switch (column) {
                    case D384 -> NeighbourSql.ABOUT_384;
                    case D512 -> NeighbourSql.ABOUT_512;
                };
            case HNSW ->
                switch (column) {
                    case D384 -> NeighbourSql.HNSW_384;
                    case D512 -> NeighbourSql.HNSW_512;
                };
        };
    }
}
