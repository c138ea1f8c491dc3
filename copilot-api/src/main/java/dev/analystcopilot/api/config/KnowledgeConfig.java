package dev.analystcopilot.api.config;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.sigma.RuleFinder;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.triage.narrate.Narrator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is known, and how it is found.
@Configuration(proxyBeanMethods = false)
class KnowledgeConfig {

    @Bean
    BgeEmbedder englishEmbedder() {
        return BgeEmbedder.english();
    }

    @Bean
    BgeEmbedder chineseEmbedder() {
        return BgeEmbedder.chinese();
    }

    @Bean
    Embedders embedders(BgeEmbedder englishEmbedder, BgeEmbedder chineseEmbedder) {
        return new Embedders(englishEmbedder, chineseEmbedder);
    }

    @Bean
    KnowledgeSearch knowledgeSearch(Database database, Embedders embedders) {
        return new KnowledgeSearch(database, embedders);
    }

    @Bean
    RuleFinder ruleFinder(Database database) {
        return new RuleFinder(database.passages());
    }

    @Bean
    TechniqueCatalog techniqueCatalog() {
        return TechniqueCatalog.load();
    }

    @Bean
    Narrator narrator(TechniqueCatalog catalog) {
        return new Narrator(catalog);
    }
}
