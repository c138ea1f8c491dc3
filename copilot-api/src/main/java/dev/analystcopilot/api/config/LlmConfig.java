package dev.analystcopilot.api.config;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.llm.ConfiguredModel;
import dev.analystcopilot.api.llm.LanguageModel;
import dev.analystcopilot.api.llm.VeilFactory;
import dev.analystcopilot.api.prompt.Prompts;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The language model, if there is one.
@Configuration(proxyBeanMethods = false)
class LlmConfig {
    private static final int ANSWERS = 16;
    private static final int WAITING = 64;

    @Bean
    ReactiveBridge chatBridge() {
        return new ReactiveBridge("chat", ANSWERS, WAITING);
    }

    @Bean
    ConfiguredModel configuredModel(
            CopilotProperties properties, ReactiveBridge chatBridge, ObjectProvider<VeilFactory> veils) {
        return new ConfiguredModel(properties
                .llm()
                .settings()
                .map(settings -> new LanguageModel(
                        settings, chatBridge.scheduler(), veils.getIfAvailable(() -> VeilFactory.NONE))));
    }

    /// State, calls and failures of the breaker, for Prometheus.
    @Bean
    MeterBinder languageModelMetrics(ConfiguredModel configured) {
        return registry -> configured.model().ifPresent(model -> model.metrics().bindTo(registry));
    }

    @Bean
    Prompts prompts() {
        return new Prompts();
    }
}
