package dev.analystcopilot.knowledge.staff;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.embeddings.text.Vector;
import java.util.List;
import java.util.Set;

/// A document as questions meet it.
///
/// @param words everything that it says
/// @param ways how it may be asked for: its title, the questions that it carries, other words for them
record AskedDocument(String id, String ref, String kind, String title, Set<String> words, List<Way> ways) {
    AskedDocument {
        requireNonNull(id, "id");
        requireNonNull(ref, "ref");
        requireNonNull(kind, "kind");
        requireNonNull(title, "title");
        words = Set.copyOf(words);
        ways = List.copyOf(ways);
    }

    record Way(Set<String> words, Vector vector) {
        Way {
            words = Set.copyOf(words);
            requireNonNull(vector, "vector");
        }
    }
}
