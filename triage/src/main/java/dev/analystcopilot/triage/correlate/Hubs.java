package dev.analystcopilot.triage.correlate;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.feature.ObservedHours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Things that are about all the time, or nearly everywhere: an administrator's account, a jump host's address, a
/// system file. Active in more than the square root of the observed hours, or on more than a quarter of the anchors.
/// Hosts are no hubs: what happens on one host within minutes belongs together also on a busy one.
final class Hubs implements Predicate<Entity> {
    /// In a small scope a quarter of the anchors is one or two.
    private static final int LEAST_ANCHORS = 4;
    /// An attacked account is the subject of alerts for half a day, too.
    private static final int LEAST_HOURS = 12;

    private final Set<Entity> hubs;

    private Hubs(Set<Entity> hubs) {
        this.hubs = hubs;
    }

    /// @param all every burst of the scope, in order of time, also those that nobody needs to look at
    static Hubs of(List<Evidence> all) {
        Map<Entity, Integer> numbers = new HashMap<>();
        Map<Entity, Integer> anchors = new HashMap<>();
        var named = new ArrayList<Entity>();
        var pairs = new Longs();
        var lastHour = new Longs();
        var hours = new Longs();
        for (Evidence e : all) {
            Burst burst = e.burst();
            long hour = ObservedHours.hour(burst.first());
            int anchor = anchors.computeIfAbsent(burst.anchor(), key -> anchors.size());
            for (Entity entity : burst.distinctEntities()) {
                if (entity instanceof Entity.Host) {
                    continue;
                }
                Integer known = numbers.putIfAbsent(entity, numbers.size());
                int number = known == null ? named.size() : known;
                if (known == null) {
                    named.add(entity);
                    lastHour.add(Long.MIN_VALUE);
                    hours.add(0);
                }
                pairs.add(((long) number << Integer.SIZE) | anchor);
                // In order of time, so a new hour is one that differs from the last.
                if (lastHour.get(number) != hour) {
                    lastHour.set(number, hour);
                    hours.set(number, hours.get(number) + 1);
                }
            }
        }
        double mostHours = Math.max(
                LEAST_HOURS,
                Math.sqrt(ObservedHours.of(all.stream().map(Evidence::burst).toList())
                        .count()));
        int mostAnchors = Math.max(LEAST_ANCHORS, anchors.size() / 4);
        int[] spread = distinctPerFirst(pairs.sorted(), named.size());
        var hubs = new HashSet<Entity>();
        for (int i = 0; i < named.size(); i++) {
            if (spread[i] > mostAnchors || hours.get(i) > mostHours) {
                hubs.add(named.get(i));
            }
        }
        return new Hubs(hubs);
    }

    private static int[] distinctPerFirst(long[] sorted, int size) {
        var counts = new int[size];
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                counts[(int) (sorted[i] >> Integer.SIZE)]++;
            }
        }
        return counts;
    }

    @Override
    public boolean test(Entity entity) {
        return hubs.contains(entity);
    }

    /// A growing list of numbers without a box for each.
    static final class Longs {
        private long[] values = new long[16];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        long get(int at) {
            return values[at];
        }

        void set(int at, long value) {
            values[at] = value;
        }

        int size() {
            return size;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
