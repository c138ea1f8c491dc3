package dev.analystcopilot.knowledge.sigma.match;

import dev.analystcopilot.knowledge.sigma.event.Event;
import dev.analystcopilot.knowledge.sigma.event.Origin.Fit;
import dev.analystcopilot.knowledge.sigma.rule.LogSource;
import dev.analystcopilot.knowledge.sigma.rule.SigmaRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A set of rules, ready to be held against events together.
public final class RuleBook {
    private final Map<LogSource, List<Compiled>> rules = new LinkedHashMap<>();
    private final int size;

    private record Compiled(SigmaRule rule, Node detection) {}

    /// Takes some seconds for thousands of rules.
    public RuleBook(Collection<SigmaRule> rules) {
        var rarity = new Rarity(rules);
        this.size = rules.size();
        rules.parallelStream()
                .map(rule -> new Compiled(rule, Node.of(rule.detection(), rarity)))
                .toList()
                .forEach(rule -> this.rules
                        .computeIfAbsent(rule.rule().source(), source -> new ArrayList<>())
                        .add(rule));
    }

    public int size() {
        return size;
    }

    /// The rules that several events of one case fulfil or come near to, best first.
    public List<RuleMatch> match(List<Event> events, int top) {
        record Scored(Compiled rule, boolean matched, double score, Event event) {}
        List<Scored> scored = new ArrayList<>();
        rules.forEach((source, several) -> {
            List<Event> fitting = events.stream()
                    .filter(event -> event.origin().fit(source) != Fit.OTHER)
                    .toList();
            if (fitting.isEmpty()) {
                return;
            }
            for (Compiled rule : several) {
                int matched = 0;
                double bits = 0;
                double share = -1;
                Event best = fitting.getFirst();
                for (Event event : fitting) {
                    Grade grade = Matching.grade(rule.detection(), event);
                    double open = event.origin().fit(source) == Fit.OPEN ? 0.5 : 1;
                    if (grade.matched()) {
                        matched++;
                        bits += grade.bits() * open;
                    }
                    if ((grade.matched() ? 2 : 0) + grade.share() * open > share) {
                        share = (grade.matched() ? 2 : 0) + grade.share() * open;
                        best = event;
                    }
                }
                double mean = bits / events.size();
                scored.add(new Scored(rule, matched > 0, matched > 0 ? 1 + mean : share, best));
            }
        });
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return scored.stream()
                .limit(top)
                .map(one -> new RuleMatch(
                        one.rule().rule(),
                        one.matched(),
                        one.score(),
                        Matching.findings(one.rule().detection(), one.event())))
                .toList();
    }
}
