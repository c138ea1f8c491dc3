package dev.analystcopilot.api.config;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.security.Accounts;
import dev.analystcopilot.knowledge.postgres.Database;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who may sign in.
@Configuration(proxyBeanMethods = false)
class SecurityConfig {
    /// As many as the store reserves connections for tokens.
    private static final int THREADS = Database.FOR_TOKENS;

    private static final int WAITING = 400;

    /// Where tokens are looked up, and nothing else is done: no question waits at the door behind another's research.
    @Bean
    ReactiveBridge doorBridge() {
        return new ReactiveBridge("door", THREADS, WAITING);
    }

    @Bean
    Accounts accounts(Database database, CopilotProperties properties, Clock clock) {
        return new Accounts(database, properties.tenant(), clock, properties.callersRemembered());
    }
}
