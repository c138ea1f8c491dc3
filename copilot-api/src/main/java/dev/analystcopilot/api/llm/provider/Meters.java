package dev.analystcopilot.api.llm.provider;

import dev.analystcopilot.api.llm.LlmSettings;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/// What requests take, by the names of OpenTelemetry's conventions for generative AI
/// (`gen_ai.client.operation.duration`, `gen_ai.client.token.usage`, `gen_ai.client.operation.time_to_first_chunk`),
/// and what they cost (`copilot.llm.cost`).
final class Meters {
    private static final String NO_ERROR = "";

    private final MeterRegistry registry;
    private final LlmSettings settings;
    private final Tags tags;

    Meters(MeterRegistry registry, LlmSettings settings) {
        this.registry = registry;
        this.settings = settings;
        this.tags = Tags.of(
                "gen_ai.operation.name",
                "chat",
                // The protocol's name: what is behind the address is not known.
                "gen_ai.provider.name",
                "openai",
                "gen_ai.request.model",
                settings.model(),
                "copilot.provider",
                settings.name());
    }

    void ended(Duration took) {
        duration(NO_ERROR, took);
    }

    void failed(String why, Duration took) {
        duration(why.toLowerCase(Locale.ROOT), took);
    }

    private void duration(String error, Duration took) {
        Timer.builder("gen_ai.client.operation.duration")
                .description("How long requests to the language model take")
                .tags(tags.and("error.type", error.isEmpty() ? "none" : error))
                .register(registry)
                .record(took);
    }

    void began(Duration took) {
        Timer.builder("gen_ai.client.operation.time_to_first_chunk")
                .description("Until the language model sends anything")
                .tags(tags)
                .register(registry)
                .record(took);
    }

    void used(Usage usage) {
        tokens("input", usage.in());
        tokens("output", usage.out());
        settings.price()
                .ifPresent(price ->
                        registry.counter("copilot.llm.cost", tags).increment(usage.cost(price.in(), price.out())));
    }

    private void tokens(String type, int count) {
        DistributionSummary.builder("gen_ai.client.token.usage")
                .description("Tokens read and written by the language model")
                .baseUnit("token")
                .tags(tags.and("gen_ai.token.type", type))
                .register(registry)
                .record(count);
    }
}
