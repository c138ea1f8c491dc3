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

    private static final long LEAST_EF = 150;
    private static final long MOST_EF = 400;

    /// So many candidates for each row that is asked for have to pass the filters, for the nearest to be among them.
    private static final long CANDIDATES = 4;

    /// A visit to a candidate of the index, with its neighbours and its times, costs as much as comparing so many
    /// vectors
    /// that lie in the order of time.
    private static final long VISIT = 10;

    /// Exact where that costs no more than what the index would visit.
    static SearchPlan of(long limit, long passing, long all) {
        return passing <= VISIT * Math.max(LEAST_EF, visited(limit, passing, all)) ? EXACT : HNSW;
    }

    /// A tenant's own index counts only for a plan that is made with the tenant's name at hand. All others stay as they
    /// are: making one takes as long as following it.
    String planning(boolean byTimeAlone) {
        return this == EXACT && byTimeAlone ? "force_generic_plan" : "force_custom_plan";
    }

    /// How many candidates the index keeps at first; it goes on by itself where they are too few.
    static long ef(long limit, long passing, long all) {
        return Math.clamp(visited(limit, passing, all), LEAST_EF, MOST_EF);
    }

    private static long visited(long limit, long passing, long all) {
        return passing == 0 ? 0 : CANDIDATES * limit * all / passing;
    }
}
