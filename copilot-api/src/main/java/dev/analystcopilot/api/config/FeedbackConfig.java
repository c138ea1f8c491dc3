package dev.analystcopilot.api.config;

import dev.analystcopilot.api.feedback.Judgements;
import dev.analystcopilot.api.feedback.Learning;
import dev.analystcopilot.api.feedback.Retraining;
import dev.analystcopilot.api.feedback.Tuning;
import dev.analystcopilot.api.job.BackgroundTriage;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.learning.JudgementStore;
import dev.analystcopilot.knowledge.postgres.learning.PastStore;
import dev.analystcopilot.knowledge.postgres.learning.ReviewStore;
import dev.analystcopilot.triage.learning.CaseReviews;
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
    ReviewStore reviewStore(Database database) {
        return new ReviewStore(database);
    }

    @Bean
    Learning learning(Database database, Clock clock) {
        return new Learning(database, clock);
    }

    @Bean
    Retraining retraining(Database database, BackgroundTriage triage, Clock clock) {
        return new Retraining(database, triage, clock);
    }

    @Bean
    Tuning tuning(Database database, JudgementStore judgementStore, Judgements judgements) {
        return new Tuning(new PastStore(database), judgementStore, judgements);
    }

    @Bean
    CaseReviews caseReviews(Database database) {
        return new CaseReviews(database);
    }

    @Bean
    Judgements judgements(JudgementStore judgementStore, CaseReviews caseReviews, Clock clock) {
        return new Judgements(judgementStore, caseReviews, clock);
    }
}
