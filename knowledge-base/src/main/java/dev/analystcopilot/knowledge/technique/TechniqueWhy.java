package dev.analystcopilot.knowledge.technique;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Why a technique was found.
///
/// @param ranks its place in each way to look for it, from 1
/// @param words of the text that its pages know, the most telling first
/// @param example the procedure example most like the text, if any shares a word with it
/// @param named the text names its id or its full name
public record TechniqueWhy(Map<Arm, Integer> ranks, List<String> words, Optional<Example> example, boolean named) {
    public TechniqueWhy {
        var copy = new EnumMap<Arm, Integer>(Arm.class);
        copy.putAll(ranks);
        ranks = Collections.unmodifiableMap(copy);
        words = List.copyOf(words);
        requireNonNull(example, "example");
    }

    /// @param passage the id of its passage
    /// @param by who did it, such as `S0002 Mimikatz`
    public record Example(String passage, String by, String text) {}
}
