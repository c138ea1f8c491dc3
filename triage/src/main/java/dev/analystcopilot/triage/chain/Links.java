package dev.analystcopilot.triage.chain;

import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.phrase.Phrases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Ties each step to the earlier one that it most likely follows from: by the most telling kind of tie there is, and of
/// the steps so tied to the latest. What more than half of the steps share (a hub) ties only where nothing else does.
/// Near-linear: of each key only the latest step so far is looked at.
final class Links {
    /// With fewer steps, what most of them share is the very thing that joins them.
    private static final int FEW_STEPS = 4;

    private final List<Step> steps;
    private final Phrases phrases;
    private final Ties ties;
    private final Map<LinkKind, Map<String, Integer>> uses = new HashMap<>();

    private Links(List<Step> steps, Phrases phrases) {
        this.steps = steps;
        this.phrases = phrases;
        this.ties =
                Ties.of(steps.stream().flatMap(step -> step.evidence().stream()).toList());
        for (Step step : steps) {
            for (LinkKind kind : LinkKind.values()) {
                keys(kind, step)
                        .forEach(key ->
                                uses.computeIfAbsent(kind, k -> new HashMap<>()).merge(key, 1, Integer::sum));
            }
        }
    }

    static List<Link> of(List<Step> steps, Phrases phrases) {
        return new Links(steps, phrases).links();
    }

    private record Tie(int from, LinkKind kind, String key) {}

    private List<Link> links() {
        var links = new ArrayList<Link>();
        Map<LinkKind, Map<String, Integer>> latest = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Step to = steps.get(i);
            if (i > 0) {
                Tie tie = strongest(latest, to, false)
                        .or(() -> strongest(latest, to, true))
                        .orElse(new Tie(i - 1, LinkKind.TIME, ""));
                Step from = steps.get(tie.from());
                links.add(new Link(from.number(), to.number(), tie.kind(), reason(tie, from, to)));
            }
            for (LinkKind kind : LinkKind.values()) {
                Map<String, Integer> of = latest.computeIfAbsent(kind, k -> new HashMap<>());
                for (String key : keys(kind, to)) {
                    of.put(key, i);
                }
            }
        }
        return links;
    }

    private Optional<Tie> strongest(Map<LinkKind, Map<String, Integer>> latest, Step to, boolean hubs) {
        for (LinkKind kind : LinkKind.values()) {
            Map<String, Integer> earlier = latest.getOrDefault(kind, Map.of());
            Optional<Tie> tie = keys(kind, to).stream()
                    .filter(earlier::containsKey)
                    .filter(key -> isHub(kind, key) == hubs)
                    .map(key -> new Tie(earlier.getOrDefault(key, 0), kind, key))
                    .max(Comparator.comparingInt(Tie::from)
                            .thenComparing(t -> uses(kind, t.key()), Comparator.reverseOrder())
                            .thenComparing(Tie::key, Comparator.reverseOrder()));
            if (tie.isPresent()) {
                return tie;
            }
        }
        return Optional.empty();
    }

    private Set<String> keys(LinkKind kind, Step step) {
        var keys = new LinkedHashSet<String>();
        step.evidence().forEach(e -> keys.addAll(ties.keys(kind, e)));
        return keys;
    }

    private int uses(LinkKind kind, String key) {
        return uses.getOrDefault(kind, Map.of()).getOrDefault(key, 0);
    }

    /// An account, an address or a host in most steps may be anybody's or everybody's, and an ancestor of all processes
    /// is the system's. What acted itself is none, however often: it is the intruder's shell.
    private boolean isHub(LinkKind kind, String key) {
        return steps.size() > FEW_STEPS
                && kind != LinkKind.SAME_PROCESS
                && uses(LinkKind.SAME_PROCESS, key) == 0
                && uses(kind, key) * 2 > steps.size();
    }

    private Bilingual reason(Tie tie, Step from, Step to) {
        long minutes = Math.max(0, Duration.between(from.first(), to.first()).toMinutes());
        return switch (tie.kind()) {
            case SAME_PROCESS, PARENT_PROCESS ->
                phrases.of("link." + tie.kind().wireName(), process(tie, from), minutes);
            case SAME_FILE, SAME_ACCOUNT, SAME_DOMAIN, SAME_ADDRESS, SAME_HOST ->
                phrases.of("link." + tie.kind().wireName(), tie.key(), minutes);
            case TIME -> phrases.of("link.time", minutes);
        };
    }

    /// By its program where an alert tells it: identities of processes are for machines.
    private static String process(Tie tie, Step from) {
        return from.evidence().stream()
                .map(Evidence::burst)
                .filter(burst ->
                        burst.actors().contains(tie.key()) && burst.actors().size() == 1)
                .flatMap(burst -> burst.details("process.image").stream())
                .findFirst()
                .orElse(tie.key());
    }
}
