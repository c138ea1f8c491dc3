package dev.analystcopilot.eval.ait;

import dev.analystcopilot.eval.ait.AitNetwork.Truth;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is had for nothing: repeats of a rule on a host from an address within five minutes are one case, scored by how
/// rare the rule has been on the host so far. As `baselines.py` of the shared measuring rod does it.
final class RareRules {
    private static final long REPEAT = 300;
    private static final int SHOWN = 500;

    private RareRules() {}

    private static final class Open {
        final List<String> ids = new ArrayList<>();
        double score;
        long last;
    }

    static List<AitScore.Scored> cases(AitNetwork network) {
        Map<String, Double> rarityOfUnit = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Open> open = new HashMap<>();
        List<Open> cases = new ArrayList<>();
        for (StoredAlert alert : network.alerts()) {
            Truth truth = network.truth(alert.id());
            String rule = truth.unit().substring(truth.unit().indexOf('|'));
            double rarity = rarityOfUnit.computeIfAbsent(truth.unit(), unit -> {
                int before = seen.merge(rule, 1, Integer::sum) - 1;
                return -Math.log((before + 1.0) / (rarityOfUnit.size() + 1.0));
            });
            long time = alert.time().getEpochSecond();
            Open current = open.get(rule + address(alert));
            if (current == null || time - current.last > REPEAT) {
                current = new Open();
                open.put(rule + address(alert), current);
                cases.add(current);
            }
            current.ids.add(alert.id());
            current.last = time;
            current.score = Math.max(current.score, rarity);
        }
        cases.sort(Comparator.comparingDouble((Open one) -> -one.score));
        var scored = new ArrayList<AitScore.Scored>();
        for (Open one : cases) {
            scored.add(new AitScore.Scored(one.score, scored.size() < SHOWN, one.ids));
        }
        return scored;
    }

    private static String address(StoredAlert alert) {
        return alert.entities().stream()
                .filter(Entity.Ip.class::isInstance)
                .map(Entity::key)
                .findFirst()
                .orElse("");
    }
}
