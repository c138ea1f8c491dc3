package dev.analystcopilot.triage.feature;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How unusual each burst is within its scope. Every feature lies in 0–1 and points one way: 0 is everyday, 1 is as
/// unusual as can be. None names a host or a rule, so that a model carries over between networks.
public final class BurstFeatures {
    /// In the order of the columns of [#rows].
    public static final List<String> NAMES =
            List.of("pair_rarity", "rule_rarity", "rule_focus", "size_jump", "company", "odd_hour", "severity");

    private static final int PAIR_RARITY = 0;
    private static final int RULE_RARITY = 1;

    private static final Duration COMPANY = Duration.ofMinutes(15);
    /// Company counts fingerprints at least this unusual.
    private static final float COMPANY_RARITY = 0.5f;

    private static final double LARGEST_JUMP = Math.log(10_000);

    private record Pair(String fingerprint, Entity anchor) {}

    private final float[][] rows;

    private BurstFeatures(float[][] rows) {
        this.rows = rows;
    }

    /// @param bursts all of a scope, in order of time
    public static BurstFeatures of(List<Burst> bursts) {
        var rows = new float[bursts.size()][NAMES.size()];
        if (bursts.isEmpty()) {
            return new BurstFeatures(rows);
        }
        rarities(bursts, rows);
        sizeJumps(bursts, rows);
        company(bursts, rows);
        oddHours(bursts, rows);
        for (int i = 0; i < rows.length; i++) {
            rows[i][6] = (float) bursts.get(i).severity().ocsfId() / Severity.CRITICAL.ocsfId();
        }
        return new BurstFeatures(rows);
    }

    /// Shape (bursts, [#NAMES]); the caller may keep but not change it.
    public float[][] rows() {
        return rows;
    }

    /// How rare the burst's fingerprint is, on its anchor and in the scope: 0–1.
    public float rarity(int burst) {
        return (rows[burst][PAIR_RARITY] + rows[burst][RULE_RARITY]) / 2;
    }

    /// Rarity = log(H / hours in which it was active) / log(H), with H the observed hours of the scope.
    private static void rarities(List<Burst> bursts, float[][] rows) {
        Map<Pair, Set<Long>> hoursOfPair = new HashMap<>();
        Map<String, Set<Long>> hoursOfRule = new HashMap<>();
        Map<String, Set<Entity>> anchorsOfRule = new HashMap<>();
        Set<Entity> anchors = new HashSet<>();
        for (Burst burst : bursts) {
            long from = ObservedHours.hour(burst.first());
            long to = ObservedHours.hour(burst.last());
            Set<Long> pairHours = hoursOfPair.computeIfAbsent(pair(burst), key -> new HashSet<>());
            Set<Long> ruleHours = hoursOfRule.computeIfAbsent(burst.fingerprint(), key -> new HashSet<>());
            for (long hour = from; hour <= to; hour++) {
                pairHours.add(hour);
                ruleHours.add(hour);
            }
            anchorsOfRule
                    .computeIfAbsent(burst.fingerprint(), key -> new HashSet<>())
                    .add(burst.anchor());
            anchors.add(burst.anchor());
        }
        double hours = ObservedHours.of(bursts).count();
        for (int i = 0; i < rows.length; i++) {
            Burst burst = bursts.get(i);
            rows[i][PAIR_RARITY] = rarity(hours, hoursOfPair, pair(burst));
            rows[i][RULE_RARITY] = rarity(hours, hoursOfRule, burst.fingerprint());
            double spread = count(anchorsOfRule, burst.fingerprint()) / (double) anchors.size();
            rows[i][2] = anchors.size() < 3 ? 0 : (float) (1 - spread);
        }
    }

    private static <K> float rarity(double hours, Map<K, Set<Long>> active, K key) {
        return (float) Math.clamp(Math.log(hours / count(active, key)) / Math.log(hours), 0, 1);
    }

    private static <K, V> int count(Map<K, Set<V>> sets, K key) {
        Set<V> set = sets.get(key);
        return set == null ? 1 : set.size();
    }

    /// How many times larger than the usual burst of the same fingerprint, on a log scale.
    private static void sizeJumps(List<Burst> bursts, float[][] rows) {
        Map<String, List<Integer>> sizes = new HashMap<>();
        for (Burst burst : bursts) {
            sizes.computeIfAbsent(burst.fingerprint(), key -> new ArrayList<>()).add(burst.size());
        }
        sizes.values().forEach(Collections::sort);
        for (int i = 0; i < rows.length; i++) {
            List<Integer> sorted = sizes.getOrDefault(bursts.get(i).fingerprint(), List.of(1));
            // Of one or two bursts the usual size is unknown: one alert.
            int usual = sorted.size() < 3 ? 1 : sorted.get(sorted.size() / 2);
            rows[i][3] = (float) Math.clamp(Math.log((double) bursts.get(i).size() / usual) / LARGEST_JUMP, 0, 1);
        }
    }

    /// How many other unusual fingerprints show on the same anchor within a quarter of an hour: n / (n + 5).
    private static void company(List<Burst> bursts, float[][] rows) {
        Map<Entity, List<Burst>> unusualOn = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            if ((rows[i][PAIR_RARITY] + rows[i][RULE_RARITY]) / 2 >= COMPANY_RARITY) {
                Burst burst = bursts.get(i);
                unusualOn
                        .computeIfAbsent(burst.anchor(), key -> new ArrayList<>())
                        .add(burst);
            }
        }
        for (int i = 0; i < rows.length; i++) {
            Burst burst = bursts.get(i);
            Instant from = burst.first().minus(COMPANY);
            Instant to = burst.first().plus(COMPANY);
            List<Burst> candidates = unusualOn.getOrDefault(burst.anchor(), List.of());
            var others = new HashSet<String>();
            for (int at = firstNotBefore(candidates, from); at < candidates.size(); at++) {
                Burst other = candidates.get(at);
                if (other.first().isAfter(to)) {
                    break;
                }
                others.add(other.fingerprint());
            }
            others.remove(burst.fingerprint());
            rows[i][4] = others.size() / (others.size() + 5f);
        }
    }

    private static int firstNotBefore(List<Burst> candidates, Instant from) {
        int low = 0;
        int high = candidates.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (candidates.get(middle).first().isBefore(from)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// 1 − (bursts at this hour of the day / bursts at the busiest hour).
    private static void oddHours(List<Burst> bursts, float[][] rows) {
        var perHour = new int[24];
        for (Burst burst : bursts) {
            perHour[hourOfDay(burst)]++;
        }
        int busiest = Arrays.stream(perHour).max().orElse(1);
        for (int i = 0; i < rows.length; i++) {
            rows[i][5] = 1 - (float) perHour[hourOfDay(bursts.get(i))] / busiest;
        }
    }

    private static int hourOfDay(Burst burst) {
        return burst.first().atOffset(ZoneOffset.UTC).getHour();
    }

    private static Pair pair(Burst burst) {
        return new Pair(burst.fingerprint(), burst.anchor());
    }
}
