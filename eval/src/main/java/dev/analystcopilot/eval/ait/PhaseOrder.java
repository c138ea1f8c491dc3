package dev.analystcopilot.eval.ait;

import dev.analystcopilot.eval.ait.AitNetwork.Truth;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.triage.TriageCase;
import dev.analystcopilot.triage.TriageOutcome;
import dev.analystcopilot.triage.chain.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How well the chain of the case that tells most of a network's attack keeps its order and names its steps; the
/// definitions are those of the shared `score_ait.py`. A phase starts at the first alert of its window; in the chain,
/// with
/// the first step most of whose alerts are of it.
///
/// @param told phases that have a step
/// @param phases that the labels name
/// @param inOrder of the pairs of phases told, the share in the right order; empty if fewer than two are told
/// @param tactics of the steps of an attack, the share whose tactic a defender may give to the phase
/// @param techniques the same for techniques, without sub-techniques
public record PhaseOrder(int told, int phases, Optional<Double> inOrder, double tactics, double techniques) {
    /// The label of an event, where it is not that of its window.
    private static final Map<String, String> PHASE_OF_EVENT = Map.of(
            "service_scan", "service_scans",
            "webshell_cmd", "webshell",
            "crack_passwords", "cracking",
            "online_cracking", "cracking",
            "attacker_change_user", "privilege_escalation",
            "escalated_sudo_command", "privilege_escalation",
            "dns_scan", "network_scans");

    private static final Map<String, Set<String>> TACTICS = Map.of(
            "network_scans", Set.of("TA0043", "TA0007"),
            "service_scans", Set.of("TA0043", "TA0007"),
            "wpscan", Set.of("TA0043", "TA0007"),
            "dirb", Set.of("TA0043", "TA0007", "TA0006"),
            "webshell", Set.of("TA0003", "TA0001", "TA0002", "TA0011"),
            "cracking", Set.of("TA0006"),
            "reverse_shell", Set.of("TA0002", "TA0011"),
            "privilege_escalation", Set.of("TA0004", "TA0005", "TA0003", "TA0001"),
            "service_stop", Set.of("TA0040", "TA0005"),
            "dnsteal", Set.of("TA0010", "TA0011"));

    private static final Map<String, Set<String>> TECHNIQUES = Map.of(
            "network_scans", Set.of("T1595", "T1046", "T1018", "T1590"),
            "service_scans", Set.of("T1595", "T1046"),
            "wpscan", Set.of("T1595", "T1592", "T1190"),
            "dirb", Set.of("T1595", "T1083", "T1110"),
            "webshell", Set.of("T1505", "T1190", "T1059", "T1105"),
            "cracking", Set.of("T1110"),
            "reverse_shell", Set.of("T1059", "T1571", "T1095", "T1071"),
            "privilege_escalation", Set.of("T1548", "T1078", "T1068"),
            "service_stop", Set.of("T1489", "T1562"),
            "dnsteal", Set.of("T1048", "T1041", "T1071", "T1572"));

    public static PhaseOrder of(AitNetwork network, TriageOutcome outcome) {
        Map<String, Instant> starts = starts(network);
        return outcome.cases().stream()
                .filter(one -> !one.disposition().verdict().setAside())
                .map(one -> of(network, one, starts))
                .max(Comparator.comparingInt(PhaseOrder::told)
                        .thenComparingDouble(order -> order.inOrder().orElse(0.0)))
                .orElseGet(() -> new PhaseOrder(0, starts.size(), Optional.empty(), 0, 0));
    }

    private static Map<String, Instant> starts(AitNetwork network) {
        Map<String, Instant> starts = new HashMap<>();
        for (StoredAlert alert : network.alerts()) {
            String window = network.truth(alert.id()).window();
            if (!window.isEmpty()) {
                starts.merge(window, alert.time(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return starts;
    }

    private static PhaseOrder of(AitNetwork network, TriageCase one, Map<String, Instant> starts) {
        Map<String, Integer> placeOf = new LinkedHashMap<>();
        int steps = 0;
        int tactics = 0;
        int techniques = 0;
        List<Step> inTime = one.chain().steps().stream()
                .sorted(Comparator.comparing(Step::first).thenComparingInt(Step::number))
                .toList();
        for (int i = 0; i < inTime.size(); i++) {
            Step step = inTime.get(i);
            String phase = phase(network, step);
            if (phase.isEmpty()) {
                continue;
            }
            placeOf.putIfAbsent(phase, i);
            steps++;
            tactics +=
                    TACTICS.getOrDefault(phase, Set.of()).contains(step.tactic().id()) ? 1 : 0;
            String technique = step.technique().id().split("\\.", 2)[0];
            techniques += TECHNIQUES.getOrDefault(phase, Set.of()).contains(technique) ? 1 : 0;
        }
        List<String> told = new ArrayList<>(placeOf.keySet());
        told.retainAll(starts.keySet());
        told.sort(Comparator.comparing((String phase) -> starts.getOrDefault(phase, Instant.MAX)));
        int pairs = 0;
        int right = 0;
        for (int a = 0; a < told.size(); a++) {
            for (int b = a + 1; b < told.size(); b++) {
                pairs++;
                right += placeOf.getOrDefault(told.get(a), 0) < placeOf.getOrDefault(told.get(b), 0) ? 1 : 0;
            }
        }
        return new PhaseOrder(
                told.size(),
                starts.size(),
                pairs == 0 ? Optional.empty() : Optional.of((double) right / pairs),
                steps == 0 ? 0 : (double) tactics / steps,
                steps == 0 ? 0 : (double) techniques / steps);
    }

    /// Of most of its alerts; empty if that is none.
    private static String phase(AitNetwork network, Step step) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String id : step.alertIds()) {
            Truth truth = network.truth(id);
            String phase = truth.attack() ? PHASE_OF_EVENT.getOrDefault(truth.event(), truth.event()) : truth.window();
            counts.merge(phase, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
