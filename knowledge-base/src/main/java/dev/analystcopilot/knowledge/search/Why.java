package dev.analystcopilot.knowledge.search;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Bilingual;
import java.util.List;
import java.util.Optional;

/// Why a passage was found.
///
/// @param words of the question that it contains, the rarest first, as they were asked
/// @param lexicalRank its place by these words, from 1
/// @param denseRank its place by meaning, from 1
/// @param cosine how close it is in meaning; unrelated texts have about 0.5 with the models in use
/// @param text all of it, and what put it where it is, in words for people
public record Why(
        List<String> words,
        Optional<Integer> lexicalRank,
        Optional<Integer> denseRank,
        Optional<Double> cosine,
        Bilingual text) {

    public Why {
        words = List.copyOf(words);
        requireNonNull(lexicalRank, "lexicalRank");
        requireNonNull(denseRank, "denseRank");
        requireNonNull(cosine, "cosine");
        requireNonNull(text, "text");
    }
}
