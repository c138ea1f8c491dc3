package dev.analystcopilot.knowledge.staff;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A question to fit weights on.
///
/// @param documents what is known of each document, by name; the one that stands for none of them is not among them
/// @param outside the same of "none of them"
/// @param right the refs of the documents that answer it; empty where none does
public record StaffLesson(List<Candidate> documents, Map<String, Double> outside, Set<String> right) {
    public StaffLesson {
        documents = List.copyOf(documents);
        outside = Map.copyOf(outside);
        right = Set.copyOf(right);
    }

    public record Candidate(String ref, Map<String, Double> features) {
        public Candidate {
            features = Map.copyOf(features);
        }
    }

    /// The names of all features.
    public Set<String> names() {
        return documents.stream()
                .flatMap(one -> one.features().keySet().stream())
                .collect(Collectors.toSet());
    }
}
