package dev.analystcopilot.api.config;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.llm.ConfiguredModel;
import dev.analystcopilot.api.llm.LanguageModel;
import dev.analystcopilot.api.llm.VeilFactory;
import dev.analystcopilot.api.prompt.Prompts;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The language models, if there are any.
@Configuration(proxyBeanMethods = false)
class LlmConfig {
    /// Research is computing, here or in the database. More at a time would finish no sooner, and each of them would
    /// stand before the first events of those who ask now.
    private static final int ANSWERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 16);
    /// Those who ask all at once wait for their turn.
    private static final int WAITING = 10_000;

    @Bean
    ReactiveBridge chatBridge() {
        return new ReactiveBridge("chat", ANSWERS, WAITING);
    }

    @Bean
    ConfiguredModel configuredModel(
            LlmProperties properties,
            ReactiveBridge chatBridge,
            ObjectProvider<VeilFactory> veils,
            MeterRegistry registry) {
        var settings = properties.providers();
        return new ConfiguredModel(
                settings.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new LanguageModel(
                                settings,
                                properties.caps(),
                                chatBridge.scheduler(),
                                veils.getIfAvailable(() -> VeilFactory.NONE),
                                registry)));
    }

    @Bean
    Prompts prompts() {
        return new Prompts();
    }
}
