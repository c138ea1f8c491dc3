package dev.analystcopilot.knowledge.sigma.match;

import dev.analystcopilot.knowledge.sigma.rule.Expression;
import dev.analystcopilot.knowledge.sigma.rule.SigmaRule;
import dev.analystcopilot.knowledge.sigma.rule.ValueTest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How telling it is that a value passes a test: in bits, estimated from the rules themselves, since no events are
/// known beforehand. A text that stands within what many rules look for (`.exe`, `powershell`) says little; one that
/// a single rule looks for says much.
final class Rarity {
    private static final int GRAM = 3;
    /// One or two characters stand in one of so many rules' texts, about.
    private static final double SHORT = 8;

    private final int rules;
    private final Map<String, BitSet> owners = new HashMap<>();
    private final Map<Long, List<String>> byGram = new HashMap<>();
    private final Map<String, Double> known = new ConcurrentHashMap<>();

    Rarity(Collection<SigmaRule> rules) {
        this.rules = rules.size();
        int number = 0;
        for (SigmaRule rule : rules) {
            collect(rule.detection(), number++);
        }
        for (String text : owners.keySet()) {
            for (int i = 0; i + GRAM <= text.length(); i++) {
                List<String> texts = byGram.computeIfAbsent(gram(text, i), gram -> new ArrayList<>());
                // The same run of characters may come again within a text.
                if (texts.isEmpty() || !texts.getLast().equals(text)) {
                    texts.add(text);
                }
            }
        }
    }

    private void collect(Expression expression, int rule) {
        switch (expression) {
            case Expression.All all -> all.parts().forEach(part -> collect(part, rule));
            case Expression.Some some -> some.parts().forEach(part -> collect(part, rule));
            case Expression.Named named -> collect(named.part(), rule);
            case Expression.Field field -> collect(field.test(), rule);
            case Expression.Keyword keyword -> collect(keyword.test(), rule);
            case Expression.Not _ -> {
                // What a rule shuts out says nothing of what is looked for.
            }
        }
    }

    private void collect(ValueTest test, int rule) {
        texts(test)
                .forEach(text ->
                        owners.computeIfAbsent(text, key -> new BitSet()).set(rule));
    }

    private static List<String> texts(ValueTest test) {
        return switch (test) {
            case ValueTest.Text text -> text.pattern().literals();
            case ValueTest.Equals equals -> List.of("=" + equals.number().text());
            default -> List.of();
        };
    }

    /// @return at least 0
    double bits(ValueTest test) {
        return switch (test) {
            case ValueTest.Text _, ValueTest.Equals _ ->
                texts(test).stream()
                        .map(this::bits)
                        .max(Comparator.naturalOrder())
                        .orElse(0.5);
            case ValueTest.Regex regex ->
                Math.min(12, 2 + regex.pattern().pattern().length() / 8.0);
            case ValueTest.Network network -> network.cidr().bits() / 4.0;
            case ValueTest.SameAs _ -> 6;
            case ValueTest.Compare _ -> 2;
            case ValueTest.Missing _, ValueTest.Exists _ -> 0.5;
            case ValueTest.Placeholder _ -> 8;
        };
    }

    private double bits(String text) {
        return known.computeIfAbsent(text, key -> Math.log((rules + 1) / (df(key) + 0.5)) / Math.log(2));
    }

    /// How many rules look for a text that this one stands in.
    private double df(String text) {
        if (text.length() < GRAM) {
            return rules / SHORT;
        }
        List<String> candidates = byGram.getOrDefault(gram(text, 0), List.of());
        for (int i = 1; i + GRAM <= text.length(); i++) {
            List<String> others = byGram.getOrDefault(gram(text, i), List.of());
            candidates = others.size() < candidates.size() ? others : candidates;
        }
        var found = new BitSet(rules);
        for (String candidate : candidates) {
            BitSet owner = owners.get(candidate);
            if (owner != null && candidate.contains(text)) {
                found.or(owner);
            }
        }
        return found.cardinality();
    }

    private static long gram(String text, int at) {
        return ((long) text.charAt(at) << 32) | ((long) text.charAt(at + 1) << 16) | text.charAt(at + 2);
    }
}
