package dev.analystcopilot.api.chat;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// How well what language models say bears being checked: `copilot.claims` by result, and the share that held in each
/// answer, `copilot.answer.verified.rate`.
@Component
class ClaimMetrics {
    private final MeterRegistry registry;
    private final DistributionSummary rate;

    ClaimMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.rate = DistributionSummary.builder("copilot.answer.verified.rate")
                .description("The share of an answer's claims that the store bore out")
                .maximumExpectedValue(1.0)
                .register(registry);
    }

    void count(Tally tally) {
        count("verified", tally.verified());
        count("unproven", tally.unproven());
        count("struck", tally.struck());
        if (tally.claims() > 0) {
            rate.record((double) tally.verified() / tally.claims());
        }
    }

    private void count(String result, int claims) {
        registry.counter("copilot.claims", "result", result).increment(claims);
    }
}
