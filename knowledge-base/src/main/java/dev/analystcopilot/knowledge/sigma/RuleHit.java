package dev.analystcopilot.knowledge.sigma;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.sigma.match.Finding;
import dev.analystcopilot.knowledge.sigma.match.RuleMatch;
import java.util.List;

/// A rule found for events.
///
/// @param level `informational` to `critical`
/// @param techniques ATT&CK ids
/// @param matched whether an event fulfils the rule; else it comes near
/// @param score matched rules: 1 + the bits of what they find; others: the share of them that is fulfilled
/// @param why what of the rule the event fulfils
/// @param falsePositives what the rule's authors say that it also finds
public record RuleHit(
        String ruleId,
        String title,
        String level,
        List<String> techniques,
        boolean matched,
        double score,
        List<Finding> why,
        List<String> falsePositives) {

    public RuleHit {
        requireNonNull(ruleId, "ruleId");
        requireNonNull(title, "title");
        techniques = List.copyOf(techniques);
        why = List.copyOf(why);
        falsePositives = List.copyOf(falsePositives);
    }

    static RuleHit of(RuleMatch match) {
        var rule = match.rule();
        return new RuleHit(
                rule.id(),
                rule.title(),
                rule.level(),
                rule.techniques(),
                match.matched(),
                match.score(),
                match.findings(),
                rule.falsePositives());
    }
}
