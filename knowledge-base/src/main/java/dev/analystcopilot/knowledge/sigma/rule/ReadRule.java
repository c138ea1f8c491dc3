package dev.analystcopilot.knowledge.sigma.rule;

/// What became of one document of a rule file.
public sealed interface ReadRule {

    /// It is a rule that can be matched.
    record Ready(SigmaRule rule) implements ReadRule {}

    /// It cannot be matched, for a reason that names the place.
    record Unusable(String name, String reason) implements ReadRule {}
}
