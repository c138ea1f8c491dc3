package dev.analystcopilot.knowledge.similar;

import java.util.List;

/// @param alerts the most alike first
/// @param cases the most alike first
public record Similar(List<SimilarAlert> alerts, List<SimilarCase> cases) {
    public static final Similar NOTHING = new Similar(List.of(), List.of());

    public Similar {
        alerts = List.copyOf(alerts);
        cases = List.copyOf(cases);
    }
}
