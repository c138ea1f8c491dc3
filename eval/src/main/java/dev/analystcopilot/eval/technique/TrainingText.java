package dev.analystcopilot.eval.technique;

import java.util.List;

/// A text of which it is known what technique it is about.
///
/// @param weight how much it counts beside a procedure example
/// @param techniques one or more, which share the weight
record TrainingText(double weight, List<String> techniques, String text) {
    TrainingText {
        techniques = List.copyOf(techniques);
        text = text.strip().replaceAll("\\s+", " ");
    }
}
