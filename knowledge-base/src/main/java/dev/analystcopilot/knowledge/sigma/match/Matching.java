package dev.analystcopilot.knowledge.sigma.match;

import dev.analystcopilot.knowledge.sigma.event.Event;
import dev.analystcopilot.knowledge.sigma.rule.FieldValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One rule held against one event.
final class Matching {
    private final Event event;
    private final @Nullable List<Finding> findings;
    private String selection = "";

    private Matching(Event event, @Nullable List<Finding> findings) {
        this.event = event;
        this.findings = findings;
    }

    static Grade grade(Node rule, Event event) {
        return new Matching(event, null).grade(rule);
    }

    /// What the event fulfils of the rule.
    static List<Finding> findings(Node rule, Event event) {
        List<Finding> findings = new ArrayList<>();
        var _ = new Matching(event, findings).grade(rule);
        return findings;
    }

    private Grade grade(Node node) {
        return switch (node) {
            case Node.All all -> all(all);
            case Node.Some some -> some(some);
            case Node.Not not -> {
                boolean excluded = grade(event, not.part());
                yield new Grade(!excluded, 0, excluded ? 0 : 1);
            }
            case Node.Named named -> {
                String outer = selection;
                selection = named.name();
                Grade grade = grade(named.part());
                selection = outer;
                yield grade;
            }
            case Node.Leaf leaf -> leaf(leaf);
        };
    }

    /// Without findings: what a rule shuts out is no reason for it.
    private static boolean grade(Event event, Node part) {
        return new Matching(event, null).grade(part).matched();
    }

    private Grade leaf(Node.Leaf leaf) {
        FieldValue value = leaf.probe().passing(event);
        if (value == null) {
            return new Grade(false, 0, 0);
        }
        if (findings != null) {
            findings.add(
                    new Finding(selection, leaf.name(), Spelling.of(leaf.probe().test()), value.text(), leaf.bits()));
        }
        return new Grade(true, leaf.bits(), 1);
    }

    private Grade all(Node.All all) {
        boolean matched = true;
        double bits = 0;
        double fulfilled = 0;
        double asked = 0;
        for (Node part : all.parts()) {
            Grade grade = grade(part);
            matched &= grade.matched();
            bits += Telling.part(grade.bits());
            fulfilled += grade.share() * part.bits();
            asked += part.bits();
        }
        return new Grade(matched, Telling.together(bits), asked > 0 ? fulfilled / asked : matched ? 1 : 0);
    }

    private Grade some(Node.Some some) {
        int matched = 0;
        double bits = 0;
        double share = 0;
        for (Node part : some.parts()) {
            Grade grade = grade(part);
            matched += grade.matched() ? 1 : 0;
            bits = Math.max(bits, grade.bits());
            share = Math.max(share, grade.share());
        }
        boolean enough = matched >= some.least();
        return new Grade(enough, Telling.alternative(bits, some.bits()), enough ? 1 : share);
    }
}
