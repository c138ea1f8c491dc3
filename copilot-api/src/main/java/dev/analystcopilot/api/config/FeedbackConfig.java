package dev.analystcopilot.api.config;

import dev.analystcopilot.api.feedback.Judgements;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.learning.JudgementStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the team judges, and what is learnt from it.
@Configuration(proxyBeanMethods = false)
class FeedbackConfig {

    @Bean
    JudgementStore judgementStore(Database database) {
        return new JudgementStore(database);
    }

    @Bean
    Judgements judgements(JudgementStore judgementStore, Clock clock) {
        return new Judgements(judgementStore, clock);
    }
}
