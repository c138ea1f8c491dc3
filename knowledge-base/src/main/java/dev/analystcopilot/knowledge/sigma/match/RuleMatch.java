package dev.analystcopilot.knowledge.sigma.match;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.sigma.rule.SigmaRule;
import java.util.List;

/// A rule that events fulfil or come near to.
///
/// @param matched whether at least one event fulfils it; else it only comes near
/// @param score the higher the better; comparable within one result
/// @param findings what the best of the events fulfils of it
public record RuleMatch(SigmaRule rule, boolean matched, double score, List<Finding> findings) {

    public RuleMatch {
        requireNonNull(rule, "rule");
        findings = List.copyOf(findings);
    }
}
