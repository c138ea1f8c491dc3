package dev.analystcopilot.api.config;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.job.BackgroundTriage;
import dev.analystcopilot.api.job.TenantTriage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Work that goes on behind the requests.
@Configuration(proxyBeanMethods = false)
class JobConfig {
    private static final int DELIVERIES = 3;
    private static final int WAITING = 30;

    @Bean
    ReactiveBridge ingestBridge() {
        return new ReactiveBridge("ingest", DELIVERIES, WAITING);
    }

    @Bean
    TenantTriage tenantTriage() {
        return (tenant, progress) -> progress.at("done", 1);
    }

    @Bean
    BackgroundTriage backgroundTriage(TenantTriage triage, CopilotProperties properties) {
        return new BackgroundTriage(triage, properties.triageDelay());
    }
}
