package dev.analystcopilot.knowledge.sigma;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A technique that the rules found for events name.
///
/// @param id ATT&CK id
/// @param score the sum of what its rules weigh; the techniques of all rules found make 1
/// @param rules the titles of its rules, the best first
public record TechniqueHint(String id, double score, List<String> rules) {

    public TechniqueHint {
        requireNonNull(id, "id");
        rules = List.copyOf(rules);
    }
}
