package dev.analystcopilot.knowledge.hunt;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A structured question over stored alerts: all conditions hold together. Made of known fields and comparisons only;
/// values are values, and never become a part of a statement.
///
/// @param from not before
/// @param to before
/// @param groupBy counts alerts for each value of it, the most frequent first, instead of listing them
/// @param limit at most so many rows, 1 to [#MAX_LIMIT]
/// @param offset how many rows to skip, up to [#MAX_OFFSET]
public record HuntQuery(
        List<HuntCondition> where,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<HuntField> groupBy,
        int limit,
        int offset) {
    public static final int MAX_CONDITIONS = 12;
    public static final int MAX_LIMIT = 500;
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_OFFSET = 100_000;

    public HuntQuery {
        where = List.copyOf(where);
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (where.size() > MAX_CONDITIONS) {
            throw new IllegalArgumentException("a hunt has at most " + MAX_CONDITIONS + " conditions");
        }
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new IllegalArgumentException("from must be before to");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT);
        }
        if (offset < 0 || offset > MAX_OFFSET) {
            throw new IllegalArgumentException("offset must be 0 to " + MAX_OFFSET);
        }
        groupBy.ifPresent(field -> {
            if (field instanceof HuntField.Known known && !known.name().canGroup()) {
                throw new IllegalArgumentException(
                        "groupBy must be a field with values of its own, not " + field.wireName());
            }
        });
    }

    public static HuntQuery of(List<HuntCondition> where) {
        return new HuntQuery(where, Optional.empty(), Optional.empty(), Optional.empty(), DEFAULT_LIMIT, 0);
    }

    public HuntQuery between(Optional<Instant> fromInclusive, Optional<Instant> toExclusive) {
        return new HuntQuery(where, fromInclusive, toExclusive, groupBy, limit, offset);
    }

    public HuntQuery groupedBy(Optional<HuntField> field) {
        return new HuntQuery(where, from, to, field, limit, offset);
    }

    public HuntQuery page(int most, int skip) {
        return new HuntQuery(where, from, to, groupBy, most, skip);
    }
}
