package dev.analystcopilot.api.config;

import dev.analystcopilot.api.llm.Caps;
import dev.analystcopilot.api.llm.LlmSettings;
import dev.analystcopilot.api.llm.LlmSettings.Ability;
import dev.analystcopilot.api.llm.LlmSettings.Price;
import dev.analystcopilot.api.llm.LlmSettings.Tools;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The language models' settings.
///
/// @param llm the first one asked; without a base URL there is none
/// @param llm2 the one asked where the first cannot answer
/// @param answer what one answer may take
@ConfigurationProperties("copilot")
public record LlmProperties(
        @DefaultValue Llm llm,
        @DefaultValue Llm llm2,
        @DefaultValue Answer answer) {

    /// Best first.
    List<LlmSettings> providers() {
        return Stream.of(llm.settings("primary", "COPILOT_LLM"), llm2.settings("secondary", "COPILOT_LLM2"))
                .flatMap(Optional::stream)
                .toList();
    }

    Caps caps() {
        return answer.caps();
    }

    /// The variables begin with `COPILOT_LLM_`, or `COPILOT_LLM2_` for the second.
    ///
    /// @param baseUrl `…BASE_URL`
    /// @param model `…MODEL`
    /// @param apiKey `…API_KEY`
    /// @param tools `…TOOLS`: `native`, `plan`, `none` or `auto`
    /// @param context `…CONTEXT`: tokens it reads at most; 0 to find it out
    /// @param concurrent `…CONCURRENT`: how many requests at once
    /// @param perMinute `…PER_MINUTE`: how many requests in a minute; 0 for any number
    /// @param priceIn `…PRICE_IN`: of a million tokens read; unknown if empty
    /// @param priceOut `…PRICE_OUT`: of a million tokens written
    public record Llm(
            @Nullable String baseUrl,
            @Nullable String model,
            @Nullable String apiKey,
            @DefaultValue("auto") String tools,
            @DefaultValue("0") int context,
            @DefaultValue("8s") Duration firstToken,
            @DefaultValue("5s") Duration betweenTokens,
            @DefaultValue("16") int concurrent,
            @DefaultValue("0") int perMinute,
            @Nullable Double priceIn,
            @Nullable Double priceOut) {

        /// Empty if none is set.
        Optional<LlmSettings> settings(String name, String variables) {
            if (baseUrl == null || baseUrl.isBlank()) {
                return Optional.empty();
            }
            if (model == null || model.isBlank()) {
                throw new IllegalStateException(variables + "_BASE_URL is set, but " + variables
                        + "_MODEL does not say which model to ask for");
            }
            String key = apiKey == null || apiKey.isBlank() ? null : apiKey.strip();
            return Optional.of(new LlmSettings(
                    name,
                    baseUrl.strip(),
                    model.strip(),
                    key,
                    new LlmSettings.Limits(firstToken, betweenTokens, concurrent, perMinute),
                    new Ability(Tools.of(tools), context > 0 ? OptionalInt.of(context) : OptionalInt.empty()),
                    priceIn == null || priceOut == null
                            ? Optional.empty()
                            : Optional.of(new Price(priceIn, priceOut))));
        }

        @Override
        public String toString() {
            return "Llm[" + model + " at " + baseUrl + "]";
        }
    }

    /// What one answer may take: see [Caps].
    ///
    /// @param cost in the currency of the prices; 0 for no cap
    public record Answer(
            @DefaultValue("5") int rounds,
            @DefaultValue("12") int calls,
            @DefaultValue("120000") int tokens,
            @DefaultValue("8s") Duration lookups,
            @DefaultValue("0") double cost,
            @DefaultValue("12s") Duration firstText,
            @DefaultValue("60s") Duration whole,
            @DefaultValue("0.35") double toolShare) {

        Caps caps() {
            return new Caps(rounds, calls, tokens, lookups, cost, firstText, whole, toolShare);
        }
    }
}
