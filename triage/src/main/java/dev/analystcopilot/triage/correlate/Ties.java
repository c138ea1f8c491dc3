package dev.analystcopilot.triage.correlate;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.triage.feature.Burst;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What ties pairs of bursts. Only pairs that follow each other closely in the life of something they share are looked
/// at, [#NEIGHBOURS] back and the one that lasts longest, so that the work grows with the bursts and not with their
/// square; what lies farther apart hangs together through those between, or does not.
final class Ties {
    private static final int NEIGHBOURS = 4;
    /// Shared by this many anchors a thing says all it can; by more, less.
    private static final double FEW_ANCHORS = 3;

    /// By how much more a host ties that hardly ever has an alert.
    private static final double QUIET_HOST = 0.15;

    private static final int LEAST_NAME = 5;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_.$-]{" + LEAST_NAME + ",}");

    private final List<Evidence> bursts;
    private final List<LinkKey> keys = new ArrayList<>();
    private final Map<LinkKey, Integer> numbers = new HashMap<>();
    private final int[][] keysOf;
    private final double[] rarity;
    private final long[] pairs;

    /// @param bursts in order of time
    Ties(List<Evidence> bursts, LinkKeys linkKeys) {
        this.bursts = bursts;
        this.keysOf = new int[bursts.size()][];
        List<Set<LinkKey>> named = bursts.stream().map(linkKeys::of).toList();
        addNamedUsers(named);
        var timelines = new ArrayList<List<Integer>>();
        for (int i = 0; i < named.size(); i++) {
            keysOf[i] = named.get(i).stream().mapToInt(this::number).sorted().toArray();
            for (int key : keysOf[i]) {
                while (timelines.size() <= key) {
                    timelines.add(new ArrayList<>(2));
                }
                timelines.get(key).add(i);
            }
        }
        this.rarity = new double[timelines.size()];
        var found = new Hubs.Longs();
        for (int key = 0; key < timelines.size(); key++) {
            rarity[key] = rarity(keys.get(key), timelines.get(key));
            addNeighbours(found, timelines.get(key), keys.get(key).kind().window());
        }
        this.pairs = Arrays.stream(found.sorted()).distinct().toArray();
    }

    /// Each pair once: the earlier burst in the upper half, the later in the lower.
    long[] pairs() {
        return pairs.clone();
    }

    /// What ties two bursts: 0–1 for each thing they share, by the thing's number.
    Map<Integer, Double> between(int a, int b) {
        Map<Integer, Double> ties = new TreeMap<>();
        double seconds = seconds(bursts.get(a).burst(), bursts.get(b).burst());
        int[] ofA = keysOf[a];
        int[] ofB = keysOf[b];
        for (int i = 0, j = 0; i < ofA.length && j < ofB.length; ) {
            if (ofA[i] == ofB[j]) {
                double tie = keys.get(ofA[i]).kind().tie(seconds) * rarity[ofA[i]];
                if (tie > 0) {
                    ties.put(ofA[i], tie);
                }
                i++;
                j++;
            } else if (ofA[i] < ofB[j]) {
                i++;
            } else {
                j++;
            }
        }
        return withoutRepetition(ties, bursts.get(a).burst(), bursts.get(b).burst());
    }

    /// What says the same twice counts once: a URL and its domain, an account and its name.
    private Map<Integer, Double> withoutRepetition(Map<Integer, Double> ties, Burst a, Burst b) {
        boolean url = has(ties, LinkKind.URL);
        boolean domain = url || has(ties, LinkKind.DOMAIN);
        boolean user = has(ties, LinkKind.USER);
        boolean sameAnchor = a.anchor().equals(b.anchor());
        ties.keySet().removeIf(key -> switch (keys.get(key).kind()) {
            case DOMAIN -> url;
            case PARENT_DOMAIN -> domain;
            case NAMED_USER -> user;
            // Once more on the same anchor is no campaign.
            case CAMPAIGN -> sameAnchor;
            case LINEAGE, HOST, USER, PUBLIC_ADDRESS, PRIVATE_ADDRESS, HOST_ADDRESS, URL, FILE, HASH -> false;
        });
        return ties;
    }

    private boolean has(Map<Integer, Double> ties, LinkKind kind) {
        return ties.keySet().stream().anyMatch(key -> keys.get(key).kind() == kind);
    }

    /// Independent hints of the same thing: what none of them explains away.
    static double together(Map<Integer, Double> ties) {
        double none = 1;
        for (double tie : ties.values()) {
            none *= 1 - tie;
        }
        return 1 - none;
    }

    private int number(LinkKey key) {
        Integer known = numbers.putIfAbsent(key, keys.size());
        if (known != null) {
            return known;
        }
        keys.add(key);
        return keys.size() - 1;
    }

    private double rarity(LinkKey key, List<Integer> timeline) {
        if (key.kind() == LinkKind.HOST) {
            double share = bursts.size() < 2 ? 1 : Math.log(timeline.size()) / Math.log(bursts.size());
            return 1 + QUIET_HOST * (1 - share);
        }
        if (!key.kind().fadesWithSpread()) {
            return 1;
        }
        Set<Entity> anchors = new HashSet<>();
        timeline.forEach(i -> anchors.add(bursts.get(i).burst().anchor()));
        return Math.min(1, Math.sqrt(FEW_ANCHORS / anchors.size()));
    }

    private void addNeighbours(Hubs.Longs found, List<Integer> timeline, Duration window) {
        int longest = -1;
        for (int at = 1; at < timeline.size(); at++) {
            int before = timeline.get(at - 1);
            if (longest < 0 || last(before).isAfter(last(longest))) {
                longest = before;
            }
            int i = timeline.get(at);
            Instant earliest = bursts.get(i).burst().first().minus(window);
            for (int back = at - 1; back >= Math.max(0, at - NEIGHBOURS); back--) {
                addPair(found, timeline.get(back), i, earliest);
            }
            addPair(found, longest, i, earliest);
        }
    }

    private void addPair(Hubs.Longs found, int earlier, int later, Instant earliest) {
        if (!last(earlier).isBefore(earliest)) {
            found.add(((long) earlier << Integer.SIZE) | later);
        }
    }

    private Instant last(int burst) {
        return bursts.get(burst).burst().last();
    }

    private static double seconds(Burst a, Burst b) {
        Instant begin = a.first().isAfter(b.first()) ? a.first() : b.first();
        Instant end = a.last().isBefore(b.last()) ? a.last() : b.last();
        return begin.isAfter(end) ? Duration.between(end, begin).toMillis() / 1000.0 : 0;
    }

    /// `net user svc-backup /domain` is about svc-backup, though the alert names another account as the one that acts.
    private void addNamedUsers(List<Set<LinkKey>> named) {
        Set<String> users = new HashSet<>();
        named.forEach(of -> of.stream()
                .filter(key -> key.kind() == LinkKind.USER && key.value().length() >= LEAST_NAME)
                .forEach(key -> users.add(key.value())));
        Set<String> mentioned = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            for (Entity entity : bursts.get(i).burst().distinctEntities()) {
                if (entity instanceof Entity.Process(var commandLine)) {
                    Matcher names = NAME.matcher(commandLine.toLowerCase(Locale.ROOT));
                    while (names.find()) {
                        if (users.contains(names.group())) {
                            mentioned.add(names.group());
                            named.get(i).add(new LinkKey(LinkKind.NAMED_USER, names.group()));
                        }
                    }
                }
            }
        }
        for (Set<LinkKey> of : named) {
            of.stream()
                    .filter(key -> key.kind() == LinkKind.USER && mentioned.contains(key.value()))
                    .toList()
                    .forEach(key -> of.add(new LinkKey(LinkKind.NAMED_USER, key.value())));
        }
    }
}
