package dev.analystcopilot.eval.retrieval;

import java.util.Map;

/// A question with what answers it.
///
/// @param kind of the documents that it was written for
/// @param relevant grades by ref or by passage id; none if nothing is known that answers it
public record Query(String id, String text, String kind, Map<String, Double> relevant) {
    public Query {
        relevant = Map.copyOf(relevant);
    }
}
