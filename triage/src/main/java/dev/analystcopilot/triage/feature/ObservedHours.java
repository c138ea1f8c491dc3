package dev.analystcopilot.triage.feature;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// The hours in which a scope was watched at all: those with any alert. Rarity counts in these, not in hours of the
/// calendar: a tenant that holds last week and one week of four years ago was watched for two weeks, not for four
/// years.
public final class ObservedHours {
    /// A scope shorter than this is treated as if it were this long: in one hour of data everything is "once an hour".
    private static final int LEAST = 24;

    private final long[] sorted;

    private ObservedHours(long[] sorted) {
        this.sorted = sorted;
    }

    public static ObservedHours of(List<Burst> bursts) {
        return new ObservedHours(bursts.stream()
                .flatMapToLong(burst -> LongStream.rangeClosed(hour(burst.first()), hour(burst.last())))
                .distinct()
                .sorted()
                .toArray());
    }

    /// The number of the hour since 1970.
    public static long hour(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), 3600);
    }

    /// How many there are, at least [#LEAST].
    public int count() {
        return Math.max(LEAST, sorted.length);
    }

    /// How many came before this moment.
    public int before(Instant time) {
        int at = Arrays.binarySearch(sorted, hour(time));
        return at < 0 ? -at - 1 : at;
    }
}
