package dev.analystcopilot.api.config;

import dev.analystcopilot.api.knowledge.ImportJobs;
import dev.analystcopilot.api.knowledge.Imports;
import dev.analystcopilot.api.knowledge.UploadLimit;
import dev.analystcopilot.api.local.ServiceFiles;
import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.OriginStore;
import dev.analystcopilot.knowledge.postgres.reference.AssetStore;
import dev.analystcopilot.knowledge.postgres.reference.FactStore;
import dev.analystcopilot.knowledge.postgres.reference.IndicatorStore;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.sigma.RuleFinder;
import dev.analystcopilot.knowledge.similar.SimilarAlerts;
import dev.analystcopilot.knowledge.staff.StaffSearch;
import dev.analystcopilot.knowledge.technique.TechniqueMapper;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.triage.narrate.Narrator;
import dev.analystcopilot.triage.narrate.meaning.NearestExamples;
import dev.analystcopilot.triage.narrate.question.Likeness;
import dev.analystcopilot.triage.narrate.topic.AnalystNarrator;
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
    StaffSearch staffSearch(Database database, KnowledgeSearch knowledgeSearch, Embedders embedders) {
        return new StaffSearch(database, knowledgeSearch, embedders);
    }

    @Bean
    RuleFinder ruleFinder(Database database) {
        return new RuleFinder(database.passages());
    }

    @Bean
    SimilarAlerts similarAlerts(Database database, Embedders embedders) {
        return new SimilarAlerts(database, embedders);
    }

    @Bean
    TechniqueMapper techniqueMapper(Database database, Embedders embedders) {
        return new TechniqueMapper(database, embedders);
    }

    @Bean
    TechniqueCatalog techniqueCatalog() {
        return TechniqueCatalog.load();
    }

    @Bean
    AnalystNarrator analystNarrator(TechniqueCatalog catalog, Narrator narrator) {
        return new AnalystNarrator(catalog, narrator);
    }

    @Bean
    Likeness likeness(Embedders embedders) {
        return new NearestExamples(embedders);
    }

    @Bean
    Narrator narrator(TechniqueCatalog catalog) {
        return new Narrator(catalog);
    }

    @Bean
    Imports imports(Database database) {
        return new Imports(database);
    }

    @Bean
    ImportJobs importJobs(Database database, Imports imports, ServiceFiles files) {
        return new ImportJobs(database.jobs(), imports, files.data().resolve("imports"));
    }

    @Bean
    UploadLimit uploadLimit(CopilotProperties properties) {
        return new UploadLimit(properties.uploadLimit().toBytes());
    }

    @Bean
    OriginStore originStore(Database database) {
        return new OriginStore(database);
    }

    @Bean
    AssetStore assetStore(Database database) {
        return new AssetStore(database);
    }

    @Bean
    IndicatorStore indicatorStore(Database database) {
        return new IndicatorStore(database);
    }

    @Bean
    FactStore factStore(Database database) {
        return new FactStore(database);
    }
}
