package dev.analystcopilot.api.config;

import dev.analystcopilot.api.llm.LlmSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The service's settings.
///
/// @param root the checkout
/// @param tenant whose alerts the built-in logins work on
/// @param empty whether the demo backlog stays out on the first start
/// @param llm the language model; without a base URL there is none
/// @param triageDelay how long after the last delivery the background triage begins
/// @param uploadLimit how large a file of knowledge may be that is uploaded
@ConfigurationProperties("copilot")
public record CopilotProperties(
        @DefaultValue("") String root,
        @DefaultValue("demo") String tenant,
        @DefaultValue("false") boolean empty,
        @DefaultValue Llm llm,
        @DefaultValue("2s") Duration triageDelay,
        @DefaultValue("512MB") DataSize uploadLimit) {

    public Path rootPath() {
        return Path.of(root).toAbsolutePath().normalize();
    }

    /// @param baseUrl `COPILOT_LLM_BASE_URL`
    /// @param model `COPILOT_LLM_MODEL`
    /// @param apiKey `COPILOT_LLM_API_KEY`
    public record Llm(
            @Nullable String baseUrl,
            @Nullable String model,
            @Nullable String apiKey,
            @DefaultValue("8s") Duration firstToken,
            @DefaultValue("5s") Duration betweenTokens,
            @DefaultValue("12s") Duration firstText,
            @DefaultValue("60s") Duration whole,
            @DefaultValue("8") int concurrent) {

        /// Empty if none is set.
        public Optional<LlmSettings> settings() {
            if (baseUrl == null || baseUrl.isBlank()) {
                return Optional.empty();
            }
            if (model == null || model.isBlank()) {
                throw new IllegalStateException(
                        "COPILOT_LLM_BASE_URL is set, but COPILOT_LLM_MODEL does not say which model to ask for");
            }
            String key = apiKey == null || apiKey.isBlank() ? null : apiKey.strip();
            return Optional.of(new LlmSettings(
                    baseUrl.strip(),
                    model.strip(),
                    key,
                    new LlmSettings.Limits(firstToken, betweenTokens, firstText, whole, concurrent)));
        }

        @Override
        public String toString() {
            return "Llm[" + model + " at " + baseUrl + "]";
        }
    }
}
