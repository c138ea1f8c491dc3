package dev.analystcopilot.knowledge.staff;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.embeddings.text.Vector;
import java.util.List;
import java.util.Map;
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

    /// A way to ask, and a question: both are compared by the same things.
    ///
    /// @param pieces as [Pieces] cuts it
    record Way(String text, Set<String> words, Map<String, Integer> pieces, Vector vector) {
        Way {
            requireNonNull(text, "text");
            words = Set.copyOf(words);
            pieces = Map.copyOf(pieces);
            requireNonNull(vector, "vector");
        }
    }
}
