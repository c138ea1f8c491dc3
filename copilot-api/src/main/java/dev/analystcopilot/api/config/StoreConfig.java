package dev.analystcopilot.api.config;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.local.EarlyDatabase;
import dev.analystcopilot.api.local.ServiceFiles;
import dev.analystcopilot.knowledge.embedded.DataDirectory;
import dev.analystcopilot.knowledge.postgres.Database;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The database, and the threads that may wait for it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CopilotProperties.class, LlmProperties.class})
class StoreConfig {
    /// A little below the pool's size: background work always finds a connection.
    private static final int THREADS = 8;

    private static final int WAITING = 400;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    ServiceFiles serviceFiles(CopilotProperties properties) {
        return new ServiceFiles(DataDirectory.of(System.getenv(), properties.rootPath()));
    }

    @Bean
    @ConditionalOnMissingBean
    EarlyDatabase earlyDatabase(CopilotProperties properties) {
        return EarlyDatabase.of(System.getenv(), properties.rootPath());
    }

    /// Closed by its opener, not by itself.
    @Bean(destroyMethod = "")
    Database database(EarlyDatabase early) {
        return early.database();
    }

    @Bean
    ReactiveBridge storeBridge() {
        return new ReactiveBridge("store", THREADS, WAITING);
    }
}
