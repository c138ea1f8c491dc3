package dev.analystcopilot.triage.correlate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Groups bursts by what ties them, in two steps. Bursts that are tied for certain form kernels. Then kernels join,
/// the surest pairs first: round by round each looks for the one it is tied to most, and two that choose each other
/// become one. What ties two kernels is, for each thing they share, its strongest tie, and all of these together; so a
/// thousand alerts that share one thing are no better a reason than two. A small kernel joins by one good reason; two
/// large ones need more than one, since joining them wrongly would spoil two cases, unless each of them holds what is
/// hardly ever anything but an attack: two such on one host within minutes are one.
///
/// The groups are a function of the set of bursts: pairs are taken by their strength, and equal ones by time.
final class Kernels {
    private static final double CERTAIN = 0.8;
    private static final double ENOUGH = 0.5;
    /// Two attacks need less than other large kernels: the same host within a quarter of an hour.
    private static final double BETWEEN_ATTACKS = 0.6;
    /// And less still where their sources tell little more than the host: within three quarters of an hour.
    private static final double BETWEEN_PLAIN_ATTACKS = 0.5;
    /// How much more two large kernels need.
    private static final double MORE_FOR_LARGE = 0.2;

    /// Threat from which a burst is hardly ever anything but an attack, if it tells of one clearly, too.
    private static final float ATTACK = 0.9f;

    private static final double CLEAR = 0.5;

    private static final int SMALL = 3;
    private static final int LARGE = 8;

    private record Choice(double margin, int from, int to) {
        boolean betterThan(Choice other) {
            if (margin != other.margin) {
                return margin > other.margin;
            }
            int low = Integer.compare(Math.min(from, to), Math.min(other.from, other.to));
            return low < 0 || (low == 0 && Math.max(from, to) < Math.max(other.from, other.to));
        }
    }

    private record Pair(int a, int b, Map<Integer, Double> ties) {}

    private final DisjointSets groups;
    private final int[] sizes;
    private final boolean[] attacks;
    private final boolean[] graded;

    private Kernels(boolean[] attacks, boolean[] graded) {
        this.groups = new DisjointSets(attacks.length);
        this.sizes = new int[attacks.length];
        this.attacks = attacks;
        this.graded = graded;
    }

    /// @param bursts that the ties are between
    static DisjointSets group(List<Evidence> bursts, Ties ties) {
        var attacks = new boolean[bursts.size()];
        var graded = new boolean[bursts.size()];
        for (int i = 0; i < attacks.length; i++) {
            attacks[i] = bursts.get(i).threat() >= ATTACK && bursts.get(i).clarity() >= CLEAR;
            graded[i] = bursts.get(i).graded();
        }
        var kernels = new Kernels(attacks, graded);
        List<Pair> open = kernels.certain(ties);
        while (!open.isEmpty() && kernels.round(open)) {
            open.removeIf(pair -> kernels.groups.find(pair.a()) == kernels.groups.find(pair.b()));
        }
        return kernels.groups;
    }

    /// Joins what is certain and gives the pairs that are not.
    private List<Pair> certain(Ties ties) {
        var open = new ArrayList<Pair>();
        for (long pair : ties.pairs()) {
            int a = (int) (pair >> Integer.SIZE);
            int b = (int) pair;
            Map<Integer, Double> between = ties.between(a, b);
            if (Ties.together(between) >= CERTAIN) {
                groups.join(a, b);
            } else if (!between.isEmpty()) {
                open.add(new Pair(a, b, between));
            }
        }
        open.removeIf(pair -> groups.find(pair.a()) == groups.find(pair.b()));
        for (int i = 0; i < sizes.length; i++) {
            sizes[groups.find(i)]++;
            attacks[groups.find(i)] |= attacks[i];
            graded[groups.find(i)] |= graded[i];
        }
        return open;
    }

    private boolean round(List<Pair> open) {
        Map<Long, Map<Integer, Double>> between = new HashMap<>();
        for (Pair pair : open) {
            int a = groups.find(pair.a());
            int b = groups.find(pair.b());
            Map<Integer, Double> strongest = between.computeIfAbsent(
                    ((long) Math.min(a, b) << Integer.SIZE) | Math.max(a, b), key -> new TreeMap<>());
            pair.ties().forEach((key, tie) -> strongest.merge(key, tie, Math::max));
        }
        Map<Integer, Choice> choices = new TreeMap<>();
        between.forEach((pair, ties) -> {
            int a = (int) (pair >> Integer.SIZE);
            int b = pair.intValue();
            double margin = Ties.together(ties) - needed(a, b);
            if (margin >= 0) {
                choose(choices, new Choice(margin, a, b));
                choose(choices, new Choice(margin, b, a));
            }
        });
        boolean joined = false;
        for (Choice choice : choices.values()) {
            Choice answer = choices.get(choice.to());
            if (choice.from() < choice.to() && answer != null && answer.to() == choice.from()) {
                int size = sizes[choice.from()] + sizes[choice.to()];
                boolean attack = attacks[choice.from()] || attacks[choice.to()];
                boolean grade = graded[choice.from()] || graded[choice.to()];
                groups.join(choice.from(), choice.to());
                sizes[groups.find(choice.from())] = size;
                attacks[groups.find(choice.from())] = attack;
                graded[groups.find(choice.from())] = grade;
                joined = true;
            }
        }
        return joined;
    }

    private static void choose(Map<Integer, Choice> choices, Choice choice) {
        choices.merge(choice.from(), choice, (known, other) -> other.betterThan(known) ? other : known);
    }

    private double needed(int a, int b) {
        if (attacks[a] && attacks[b]) {
            return graded[a] || graded[b] ? BETWEEN_ATTACKS : BETWEEN_PLAIN_ATTACKS;
        }
        int smaller = Math.min(sizes[a], sizes[b]);
        return ENOUGH + MORE_FOR_LARGE * Math.clamp((smaller - SMALL) / (double) (LARGE - SMALL), 0, 1);
    }
}
