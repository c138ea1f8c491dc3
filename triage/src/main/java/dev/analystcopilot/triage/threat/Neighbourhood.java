package dev.analystcopilot.triage.threat;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.feature.BurstFeatures;
import dev.analystcopilot.triage.threat.WordMeaning.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// In whose company a burst comes: what other fingerprints tell within twenty minutes on the same anchor ("near") and
/// anywhere in the scope ("around"), what was told on its anchor in the six hours before, how busy the anchor is for
/// its
/// habits, and on how many anchors the same fingerprint shows at once. One pass with a sliding window for each.
final class Neighbourhood {
    static final List<String> NAMES = List.of(
            "words_near",
            "phases_near",
            "rare_near",
            "words_around",
            "phases_around",
            "rare_around",
            "words_before",
            "surge",
            "anchors_at_once");

    private static final long NEAR = Duration.ofMinutes(20).toSeconds();
    private static final long BEFORE = Duration.ofHours(6).toSeconds();
    private static final long AT_ONCE = Duration.ofMinutes(5).toSeconds();

    /// A window takes at most so many bursts to either side: a storm is a storm.
    private static final int MOST = 400;

    private static final float UNSEEN = -1;
    private static final float RARE = 0.5f;
    private static final float RATHER_RARE = 0.35f;
    private static final float TELLING = 0.3f;
    private static final double LARGEST_SURGE = Math.log(20);

    private final List<Burst> bursts;
    private final BurstFeatures unusual;
    private final List<WordMeaning> words;
    private final float[][] rows;
    private final int at;
    private final long[] seconds;
    /// Numbered in the order of their first burst.
    private final int[] fingerprints;

    private final FingerprintWindow window;

    private Neighbourhood(List<Burst> bursts, BurstFeatures unusual, List<WordMeaning> words, float[][] rows, int at) {
        this.bursts = bursts;
        this.unusual = unusual;
        this.words = words;
        this.rows = rows;
        this.at = at;
        this.seconds = bursts.stream()
                .mapToLong(burst -> burst.first().getEpochSecond())
                .toArray();
        Map<String, Integer> numbers = new HashMap<>();
        this.fingerprints = bursts.stream()
                .mapToInt(burst -> numbers.computeIfAbsent(burst.fingerprint(), key -> numbers.size()))
                .toArray();
        this.window = new FingerprintWindow(numbers.size());
    }

    /// Fills the columns from `at` on.
    static void write(List<Burst> bursts, BurstFeatures unusual, List<WordMeaning> words, float[][] rows, int at) {
        var columns = new Neighbourhood(bursts, unusual, words, rows, at);
        Map<Entity, List<Integer>> byAnchor = new HashMap<>();
        Map<String, List<Integer>> byFingerprint = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            byAnchor.computeIfAbsent(bursts.get(i).anchor(), key -> new ArrayList<>())
                    .add(i);
            byFingerprint
                    .computeIfAbsent(bursts.get(i).fingerprint(), key -> new ArrayList<>())
                    .add(i);
        }
        byAnchor.values().forEach(members -> columns.onAnchor(array(members)));
        columns.company(IntStream.range(0, rows.length).toArray(), 3, 15);
        byFingerprint.values().forEach(members -> columns.atOnce(array(members), byAnchor.size()));
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private void onAnchor(int[] members) {
        int[] busy = company(members, 0, 5);
        int[] sorted = busy.clone();
        Arrays.sort(sorted);
        double usual = Math.max(1, sorted[sorted.length / 2]);
        for (int k = 0, from = 0; k < members.length; k++) {
            int i = members[k];
            from = firstSince(members, from, seconds[i] - BEFORE);
            float strongest = 0;
            for (int q = Math.max(from, k - MOST); q < k; q++) {
                strongest = Math.max(strongest, told(members[q]));
            }
            rows[i][at + 6] = strongest;
            rows[i][at + 7] = (float) Math.clamp(Math.log(Math.max(1, busy[k] / usual)) / LARGEST_SURGE, 0, 1);
        }
    }

    /// @param members in order of time
    /// @param column the first of three
    /// @param half so many rare ones make 0.5
    /// @return how many other fingerprints each has near it
    private int[] company(int[] members, int column, float half) {
        var others = new int[members.length];
        for (int k = 0, from = 0; k < members.length; k++) {
            int i = members[k];
            from = firstSince(members, from, seconds[i] - NEAR);
            window.clear();
            int phases = 0;
            int until = Math.min(members.length, k + MOST);
            for (int q = Math.max(from, k - MOST); q < until && seconds[members[q]] <= seconds[i] + NEAR; q++) {
                int j = members[q];
                if (fingerprints[j] == fingerprints[i]) {
                    continue;
                }
                float rarity = unusual.rarity(j);
                window.see(fingerprints[j], rarity, told(j));
                if (rarity >= RATHER_RARE && words.get(j).weight() >= TELLING) {
                    phases |= words.get(j).phase().bit();
                }
            }
            others[k] = window.size();
            int rare = window.rare();
            rows[i][at + column] = (float) window.said();
            rows[i][at + column + 1] = Integer.bitCount(phases) / (Phase.values().length - 1f);
            rows[i][at + column + 2] = rare / (rare + half);
        }
        return others;
    }

    /// What each fingerprint in a window shows at most. One instance serves all windows: there are many, and most are
    /// small.
    private static final class FingerprintWindow {
        private final float[] rarity;
        private final float[] told;
        private final int[] seen;
        private int size;

        FingerprintWindow(int fingerprints) {
            this.rarity = new float[fingerprints];
            this.told = new float[fingerprints];
            this.seen = new int[fingerprints];
            Arrays.fill(rarity, UNSEEN);
        }

        void clear() {
            for (int n = 0; n < size; n++) {
                rarity[seen[n]] = UNSEEN;
                told[seen[n]] = 0;
            }
            size = 0;
        }

        void see(int fingerprint, float rarityHere, float toldHere) {
            if (rarity[fingerprint] == UNSEEN) {
                seen[size++] = fingerprint;
            }
            rarity[fingerprint] = Math.max(rarity[fingerprint], rarityHere);
            told[fingerprint] = Math.max(told[fingerprint], toldHere);
        }

        int size() {
            return size;
        }

        int rare() {
            int rare = 0;
            for (int n = 0; n < size; n++) {
                rare += rarity[seen[n]] >= RARE ? 1 : 0;
            }
            return rare;
        }

        /// Independent hints of the same thing: what none of them explains away.
        double said() {
            double unsaid = 1;
            for (int n = 0; n < size; n++) {
                unsaid *= 1 - 0.7 * told[seen[n]];
            }
            return 1 - unsaid;
        }
    }

    private void atOnce(int[] members, int anchors) {
        for (int k = 0, from = 0; k < members.length; k++) {
            int i = members[k];
            from = firstSince(members, from, seconds[i] - AT_ONCE);
            Set<Entity> seen = new HashSet<>();
            int until = Math.min(members.length, k + MOST);
            for (int q = Math.max(from, k - MOST); q < until && seconds[members[q]] <= seconds[i] + AT_ONCE; q++) {
                seen.add(bursts.get(members[q]).anchor());
            }
            rows[i][at + 8] = Math.min(1, (seen.size() - 1f) / Math.max(2, anchors - 1));
        }
    }

    /// What a burst tells: the weight of its words, less where it is common.
    private float told(int burst) {
        return words.get(burst).weight() * unusual.rarity(burst);
    }

    private int firstSince(int[] members, int from, long since) {
        int first = from;
        while (seconds[members[first]] < since) {
            first++;
        }
        return first;
    }
}
