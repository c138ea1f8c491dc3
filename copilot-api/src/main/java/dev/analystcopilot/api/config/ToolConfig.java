package dev.analystcopilot.api.config;

import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.hunt.EntityStore;
import dev.analystcopilot.knowledge.postgres.hunt.HuntStore;
import dev.analystcopilot.knowledge.postgres.response.ProposalStore;
import dev.analystcopilot.triage.hunt.HuntReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What tools and hunts read from, and where proposals are kept.
@Configuration(proxyBeanMethods = false)
class ToolConfig {

    @Bean
    HuntStore huntStore(Database database) {
        return new HuntStore(database);
    }

    @Bean
    EntityStore entityStore(Database database) {
        return new EntityStore(database);
    }

    @Bean
    ProposalStore proposalStore(Database database) {
        return new ProposalStore(database);
    }

    @Bean
    HuntReader huntReader() {
        return new HuntReader();
    }
}
