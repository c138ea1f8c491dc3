package dev.analystcopilot.knowledge.sigma.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A rule, read and ready to be matched.
///
/// @param id the rule's UUID
/// @param level `informational`, `low`, `medium`, `high` or `critical`
/// @param techniques the ATT&CK ids among its tags
/// @param falsePositives what its authors say that it also finds
/// @param detection what an event must fulfil
public record SigmaRule(
        String id,
        String title,
        String description,
        String level,
        List<String> techniques,
        List<String> falsePositives,
        LogSource source,
        Expression detection) {

    public SigmaRule {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(source, "source");
        requireNonNull(detection, "detection");
        techniques = List.copyOf(techniques);
        falsePositives = List.copyOf(falsePositives);
    }
}
