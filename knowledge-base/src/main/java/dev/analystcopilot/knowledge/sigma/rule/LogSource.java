package dev.analystcopilot.knowledge.sigma.rule;

import java.util.Optional;

/// The log that a rule is written for; what it leaves open fits any.
public record LogSource(Optional<String> product, Optional<String> category, Optional<String> service) {}
