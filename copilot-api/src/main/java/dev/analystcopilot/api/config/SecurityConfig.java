package dev.analystcopilot.api.config;

import dev.analystcopilot.api.security.Accounts;
import dev.analystcopilot.knowledge.postgres.Database;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who may sign in.
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    @Bean
    Accounts accounts(Database database, CopilotProperties properties, Clock clock) {
        return new Accounts(database, properties.tenant(), clock);
    }
}
