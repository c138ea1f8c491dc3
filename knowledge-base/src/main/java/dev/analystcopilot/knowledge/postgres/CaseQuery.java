package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.alert.Verdict;
import java.util.Optional;
import java.util.Set;

/// Which cases to list, by descending score.
///
/// @param dispositions only these; all if empty
/// @param limit at most so many, 1 to 1000
/// @param offset how many to skip
public record CaseQuery(Set<Verdict> dispositions, int limit, int offset) {
    public static final int MAX_LIMIT = 1_000;

    public CaseQuery {
        dispositions = Set.copyOf(dispositions);
        if (limit < 1 || limit > MAX_LIMIT || offset < 0) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", offset not negative");
        }
    }

    public static CaseQuery top(int limit) {
        return new CaseQuery(Set.of(), limit, 0);
    }

    public static CaseQuery of(Optional<Verdict> disposition, int limit, int offset) {
        return new CaseQuery(disposition.map(Set::of).orElseGet(Set::of), limit, offset);
    }
}
