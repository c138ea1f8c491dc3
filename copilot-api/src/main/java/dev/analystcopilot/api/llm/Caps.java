package dev.analystcopilot.api.llm;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// What one answer may take at most, whichever models work on it. Where the first five are reached, the model is asked
/// to answer with what it has.
///
/// @param rounds of looking things up
/// @param calls lookups
/// @param tokens read and written, all requests together
/// @param lookups time for looking things up
/// @param cost in the currency of [LlmSettings.Price]; 0 for no cap
/// @param firstText until the first words of the answer, rounds of tools and other models included
/// @param whole for the answer in full
/// @param toolShare which part of a model's context the results of tools may fill
public record Caps(
        int rounds,
        int calls,
        int tokens,
        Duration lookups,
        double cost,
        Duration firstText,
        Duration whole,
        double toolShare) {
    public static final Caps DEFAULT =
            new Caps(5, 12, 120_000, Duration.ofSeconds(8), 0, Duration.ofSeconds(12), Duration.ofSeconds(60), 0.35);

    public Caps {
        requireNonNull(lookups, "lookups");
        requireNonNull(firstText, "firstText");
        requireNonNull(whole, "whole");
        if (rounds < 0 || calls < 0 || tokens < 1 || cost < 0) {
            throw new IllegalArgumentException("caps are not negative");
        }
        if (toolShare <= 0 || toolShare >= 1) {
            throw new IllegalArgumentException("the tools' share of the context is between 0 and 1");
        }
        if (whole.compareTo(firstText) < 0) {
            throw new IllegalArgumentException("the whole answer takes no less time than its first words");
        }
    }
}
