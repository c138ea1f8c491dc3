package dev.analystcopilot.knowledge.sigma.match;

import dev.analystcopilot.knowledge.sigma.event.Event;
import dev.analystcopilot.knowledge.sigma.event.Origin.Fit;
import dev.analystcopilot.knowledge.sigma.rule.Expression;
import dev.analystcopilot.knowledge.sigma.rule.LogSource;
import dev.analystcopilot.knowledge.sigma.rule.SigmaRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A set of rules, ready to be held against events together.
public final class RuleBook {
    /// What a match is worth where the event does not say which log it is from.
    private static final double OPEN = 0.5;
    /// All but fulfilled: a filter of the rule speaks against it.
    private static final double LARGEST_SHARE = 0.99;

    private final Map<LogSource, List<Compiled>> rules = new LinkedHashMap<>();
    private final Set<String> fields = new HashSet<>();
    private final int size;

    private record Compiled(SigmaRule rule, Node detection) {}

    /// Takes some seconds for thousands of rules.
    public RuleBook(Collection<SigmaRule> rules) {
        var rarity = new Rarity(rules);
        this.size = rules.size();
        rules.forEach(rule -> collect(rule.detection()));
        rules.parallelStream()
                .map(rule -> new Compiled(rule, Node.of(rule.detection(), rarity)))
                .toList()
                .forEach(rule -> this.rules
                        .computeIfAbsent(rule.rule().source(), source -> new ArrayList<>())
                        .add(rule));
    }

    private void collect(Expression expression) {
        switch (expression) {
            case Expression.All all -> all.parts().forEach(this::collect);
            case Expression.Some some -> some.parts().forEach(this::collect);
            case Expression.Not not -> collect(not.part());
            case Expression.Named named -> collect(named.part());
            case Expression.Field field -> fields.add(field.name().toLowerCase(Locale.ROOT));
            case Expression.Keyword _ -> {
                // It asks for no field.
            }
        }
    }

    /// The fields that rules ask for, in small letters.
    public Set<String> fields() {
        return fields;
    }

    public int size() {
        return size;
    }

    /// The rules that events of one case fulfil, the most telling first, then those that they come near to.
    public List<RuleMatch> match(List<Event> events, int top) {
        List<Candidate> candidates = new ArrayList<>();
        rules.forEach((source, several) -> {
            List<Event> fitting = events.stream()
                    .filter(event -> event.origin().fit(source) != Fit.OTHER)
                    .toList();
            if (!fitting.isEmpty()) {
                several.forEach(rule -> candidates.add(candidate(rule, fitting, events.size())));
            }
        });
        candidates.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparing(candidate -> candidate.rule().rule().id()));
        return candidates.stream().limit(top).map(RuleBook::explained).toList();
    }

    /// @param closest the event that fulfils most of the rule
    private record Candidate(Compiled rule, boolean matched, double score, Event closest) {}

    /// Events that do not fulfil the rule count as 0 bits: what finds all events of a case says more of it.
    private static Candidate candidate(Compiled rule, List<Event> fitting, int all) {
        LogSource source = rule.rule().source();
        boolean matched = false;
        double bits = 0;
        double share = -1;
        Event closest = fitting.getFirst();
        for (Event event : fitting) {
            Grade grade = Matching.grade(rule.detection(), event);
            double sure = event.origin().fit(source) == Fit.OPEN ? OPEN : 1;
            matched |= grade.matched();
            bits += grade.matched() ? grade.bits() * sure : 0;
            double near = (grade.matched() ? 1 : 0) + grade.share() * sure;
            if (near > share) {
                share = near;
                closest = event;
            }
        }
        double score = matched
                ? 1 + Math.max(0, bits / all + Telling.level(rule.rule().level()))
                : Math.min(LARGEST_SHARE, share);
        return new Candidate(rule, matched, score, closest);
    }

    private static RuleMatch explained(Candidate candidate) {
        Compiled rule = candidate.rule();
        return new RuleMatch(
                rule.rule(),
                candidate.matched(),
                candidate.score(),
                Matching.findings(rule.detection(), candidate.closest()));
    }
}
