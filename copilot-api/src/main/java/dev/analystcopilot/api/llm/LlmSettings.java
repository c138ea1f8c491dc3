package dev.analystcopilot.api.llm;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where the language model is, and how long anyone waits for it.
///
/// @param baseUrl of an OpenAI-compatible endpoint, such as `http://127.0.0.1:11434/v1`
/// @param apiKey null where the endpoint asks for none
/// @param limits how long anyone waits
public record LlmSettings(
        String baseUrl, String model, @Nullable String apiKey, Limits limits) {
    public LlmSettings {
        requireNonNull(baseUrl, "baseUrl");
        requireNonNull(model, "model");
        requireNonNull(limits, "limits");
    }

    /// The key stays out of logs and messages.
    @Override
    public String toString() {
        return "LlmSettings[" + model + " at " + baseUrl + "]";
    }

    /// @param firstToken until anything at all comes back
    /// @param betweenTokens the longest pause after that
    /// @param firstText until the first words of the answer, rounds of tools included
    /// @param whole for the answer in full
    /// @param concurrent how many answers may be in the making at once
    public record Limits(
            Duration firstToken, Duration betweenTokens, Duration firstText, Duration whole, int concurrent) {
        public static final Limits DEFAULT = new Limits(
                Duration.ofSeconds(8), Duration.ofSeconds(5), Duration.ofSeconds(12), Duration.ofSeconds(60), 8);

        public Limits {
            requireNonNull(firstToken, "firstToken");
            requireNonNull(betweenTokens, "betweenTokens");
            requireNonNull(firstText, "firstText");
            requireNonNull(whole, "whole");
            if (concurrent < 1) {
                throw new IllegalArgumentException("at least one answer at a time");
            }
        }
    }
}
