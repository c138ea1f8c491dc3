package dev.analystcopilot.knowledge.postgres;

/// How the nearest fingerprints are found.
enum SearchPlan {
    /// Every vector of the tenant that passes the filters is compared.
    EXACT,
    /// Every vector of the entities' alerts is compared.
    ABOUT,
    /// The tenant's own HNSW index, which goes on until enough rows passed the filters.
    HNSW;

    /// An index is worth its upkeep from here.
    static final long INDEX_FROM = 4_000;

    /// An entity with more alerts than this is a hub: the vectors are searched first, and their alerts then looked at.
    static final int HUB = 20_000;

    private static final long LEAST_EF = 100;
    private static final long MOST_EF = 400;

    /// So many candidates for each row that is asked for have to pass the filters, for the nearest to be among them.
    private static final long CANDIDATES = 4;

    /// Exact where that compares no more vectors than the index would visit: looking at one costs about the same.
    static SearchPlan of(long limit, long passing, long all) {
        return passing <= LEAST_EF + visited(limit, passing, all) ? EXACT : HNSW;
    }

    /// How many candidates the index keeps at first; it goes on by itself where they are too few.
    static long ef(long limit, long passing, long all) {
        return Math.clamp(visited(limit, passing, all), LEAST_EF, MOST_EF);
    }

    private static long visited(long limit, long passing, long all) {
        return passing == 0 ? 0 : CANDIDATES * limit * all / passing;
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
