package dev.analystcopilot.triage.threat;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.triage.feature.Burst;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a burst stands to the other bursts of its fingerprint: whether it is the first on its anchor or anywhere,
/// whether
/// it comes at the same time of other days, how many there are.
final class PairHistory {
    static final List<String> NAMES = List.of("first_on_anchor", "first_anywhere", "same_time_other_days", "repeats");

    private static final int DAY = 24 * 3600;
    private static final int SAME_TIME = 1800;
    /// So many other days are as good as every day.
    private static final int DAILY = 3;

    private static final double MANY = Math.log(200);

    private record Pair(String fingerprint, Entity anchor) {}

    private PairHistory() {}

    /// Fills the columns from `at` on.
    static void write(List<Burst> bursts, float[][] rows, int at) {
        Map<Pair, List<Integer>> pairs = new HashMap<>();
        Map<String, Integer> firsts = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            Burst burst = bursts.get(i);
            List<Integer> before =
                    pairs.computeIfAbsent(new Pair(burst.fingerprint(), burst.anchor()), key -> new ArrayList<>(1));
            rows[i][at] = before.isEmpty() ? 1 : 0;
            rows[i][at + 1] = firsts.putIfAbsent(burst.fingerprint(), i) == null ? 1 : 0;
            before.add(i);
        }
        for (List<Integer> pair : pairs.values()) {
            var days = new TimesOfDay(pair.stream()
                    .mapToLong(i -> bursts.get(i).first().getEpochSecond())
                    .toArray());
            for (int i : pair) {
                int others = days.daysNear(bursts.get(i).first().getEpochSecond());
                rows[i][at + 2] = others / (others + 1f);
                rows[i][at + 3] = (float) Math.min(1, Math.log(pair.size()) / MANY);
            }
        }
    }

    /// When the bursts of one pair began.
    private static final class TimesOfDay {
        /// In seconds, rising.
        private final long[] moments;

        TimesOfDay(long[] moments) {
            this.moments = moments;
        }

        /// On how many other days something happened within half an hour of this time of day, at most [#DAILY].
        int daysNear(long moment) {
            int days = 0;
            for (int step = 1; days < DAILY && step <= 60; step++) {
                long there = moment - (long) step * DAY;
                long then = moment + (long) step * DAY;
                if (there < moments[0] - SAME_TIME && then > moments[moments.length - 1] + SAME_TIME) {
                    break;
                }
                days += near(there) ? 1 : 0;
                days += days < DAILY && near(then) ? 1 : 0;
            }
            return days;
        }

        private boolean near(long moment) {
            int at = Arrays.binarySearch(moments, moment - SAME_TIME);
            int first = at < 0 ? -at - 1 : at;
            return first < moments.length && moments[first] <= moment + SAME_TIME;
        }
    }
}
