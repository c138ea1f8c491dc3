package dev.analystcopilot.eval.grouping;

import dev.analystcopilot.knowledge.alert.Entity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Other mixes of the same incidents, to see whether a rule fits one mix only.
final class Mixes {
    private static final String GATEWAY = "the gateway's address in every alert";
    private static final String OTHER_HOSTS = "one incident on the hosts of another";
    /// Mixes whose alerts name other things than their records do.
    static final Set<String> CHANGED_ENTITIES = Set.of(GATEWAY, OTHER_HOSTS);

    private static final int ROUNDS = 8;
    private static final long SEED = 20_240_701;
    private static final double DROPPED = 0.2;
    private static final Duration LATEST = Duration.ofDays(3);

    private Mixes() {}

    /// Several mixes of a kind, by what was done.
    static Map<String, List<List<IncidentAlert>>> of(List<IncidentAlert> alerts) {
        Map<String, List<List<IncidentAlert>>> mixes = new LinkedHashMap<>();
        mixes.put("each pair of incidents", pairs(alerts));
        mixes.put("each incident left out", leftOut(alerts));
        mixes.put("20 % of the alerts dropped", dropped(alerts));
        mixes.put("each incident moved by up to 3 days", moved(alerts));
        mixes.put(GATEWAY, List.of(behindOneGateway(alerts)));
        mixes.put(OTHER_HOSTS, onOtherHosts(alerts));
        return mixes;
    }

    private static List<String> incidents(List<IncidentAlert> alerts) {
        return List.copyOf(
                new TreeSet<>(alerts.stream().map(IncidentAlert::incident).toList()));
    }

    private static List<List<IncidentAlert>> pairs(List<IncidentAlert> alerts) {
        List<String> all = incidents(alerts);
        var mixes = new ArrayList<List<IncidentAlert>>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                var both = List.of(all.get(i), all.get(j));
                mixes.add(alerts.stream()
                        .filter(one -> both.contains(one.incident()))
                        .toList());
            }
        }
        return mixes;
    }

    private static List<List<IncidentAlert>> leftOut(List<IncidentAlert> alerts) {
        return incidents(alerts).stream()
                .map(out -> alerts.stream()
                        .filter(one -> !one.incident().equals(out))
                        .toList())
                .toList();
    }

    private static List<List<IncidentAlert>> dropped(List<IncidentAlert> alerts) {
        var mixes = new ArrayList<List<IncidentAlert>>();
        for (int round = 0; round < ROUNDS; round++) {
            var random = new Random(SEED + round);
            mixes.add(alerts.stream()
                    .filter(one -> random.nextDouble() >= DROPPED)
                    .toList());
        }
        return mixes;
    }

    private static List<List<IncidentAlert>> moved(List<IncidentAlert> alerts) {
        var mixes = new ArrayList<List<IncidentAlert>>();
        for (int round = 0; round < ROUNDS; round++) {
            var random = new Random(SEED + round);
            Map<String, Duration> by = new HashMap<>();
            for (String incident : incidents(alerts)) {
                by.put(incident, Duration.ofSeconds(random.nextLong(LATEST.toSeconds())));
            }
            mixes.add(alerts.stream()
                    .map(one -> one.later(by.getOrDefault(one.incident(), Duration.ZERO)))
                    .toList());
        }
        return mixes;
    }

    private static List<IncidentAlert> behindOneGateway(List<IncidentAlert> alerts) {
        Entity gateway = new Entity.Ip("198.51.100.7");
        return alerts.stream().map(one -> one.alsoNaming(gateway)).toList();
    }

    /// The second of each ordered pair plays on the hosts of the first, the busiest on the busiest.
    private static List<List<IncidentAlert>> onOtherHosts(List<IncidentAlert> alerts) {
        var mixes = new ArrayList<List<IncidentAlert>>();
        List<String> all = incidents(alerts);
        for (String stays : all) {
            for (String moves : all) {
                if (stays.compareTo(moves) < 0) {
                    mixes.add(onHostsOf(alerts, stays, moves));
                }
            }
        }
        return mixes;
    }

    private static List<IncidentAlert> onHostsOf(List<IncidentAlert> alerts, String stays, String moves) {
        List<Entity> theirs = hosts(alerts, stays);
        List<Entity> own = hosts(alerts, moves);
        Map<Entity, Entity> instead = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(own.size(), theirs.size()); i++) {
            instead.put(own.get(i), theirs.get(i));
        }
        return alerts.stream()
                .map(one -> one.incident().equals(moves) ? one.about(instead) : one)
                .toList();
    }

    /// The busiest first.
    private static List<Entity> hosts(List<IncidentAlert> alerts, String incident) {
        Map<Entity, Integer> counts = new HashMap<>();
        alerts.stream()
                .filter(one -> one.incident().equals(incident))
                .flatMap(one -> one.alert().entities().stream())
                .filter(Entity.Host.class::isInstance)
                .forEach(host -> counts.merge(host, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Entity, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().key()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
