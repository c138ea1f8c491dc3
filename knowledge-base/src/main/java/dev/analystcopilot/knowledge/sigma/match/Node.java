package dev.analystcopilot.knowledge.sigma.match;

import dev.analystcopilot.knowledge.sigma.rule.Expression;
import java.util.List;
import java.util.Locale;

/// A rule's expression with the bits that each part is worth, which do not depend on the event.
sealed interface Node {
    double LITTLE = 0.01;

    /// The bits that an event gains by fulfilling it in the likeliest way.
    double bits();

    record All(List<Node> parts, double bits) implements Node {}

    record Some(int least, List<Node> parts, double bits) implements Node {}

    record Not(Node part, double bits) implements Node {}

    record Named(String name, Node part, double bits) implements Node {}

    /// @param name the field's, as the rule spells it
    record Leaf(String name, Probe probe, double bits) implements Node {}

    static Node of(Expression expression, Rarity rarity) {
        return switch (expression) {
            case Expression.All all -> {
                List<Node> parts =
                        all.parts().stream().map(part -> of(part, rarity)).toList();
                yield new All(parts, parts.stream().mapToDouble(Node::bits).sum());
            }
            case Expression.Some some -> {
                List<Node> parts =
                        some.parts().stream().map(part -> of(part, rarity)).toList();
                yield new Some(some.least(), parts, some.least() * either(parts));
            }
            case Expression.Not not -> new Not(of(not.part(), rarity), LITTLE);
            case Expression.Named named -> {
                Node part = of(named.part(), rarity);
                yield new Named(named.name(), part, part.bits());
            }
            case Expression.Field field ->
                new Leaf(
                        field.name(),
                        new Probe(field.name().toLowerCase(Locale.ROOT), field.test()),
                        rarity.bits(field.test()));
            case Expression.Keyword keyword -> new Leaf("", new Probe("", keyword.test()), rarity.bits(keyword.test()));
        };
    }

    /// One of several is as probable as all of them together.
    private static double either(List<Node> parts) {
        double sum =
                parts.stream().mapToDouble(part -> Math.pow(2, -part.bits())).sum();
        return Math.max(0, -Math.log(Math.min(1, sum)) / Math.log(2));
    }
}
