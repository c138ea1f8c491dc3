package dev.analystcopilot.api.tool.known;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.reference.AssetStore;
import dev.analystcopilot.knowledge.postgres.reference.FactStore;
import dev.analystcopilot.knowledge.postgres.reference.IndicatorStore;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// The tools that look up what is known.
@Component
public final class KnownTools {
    private final KnowledgeSearch search;
    private final TechniqueCatalog catalog;
    private final PassageStore passages;
    private final AssetStore assets;
    private final IndicatorStore indicators;
    private final FactStore facts;
    private final Clock clock;

    KnownTools(
            KnowledgeSearch search,
            TechniqueCatalog catalog,
            Database database,
            AssetStore assetStore,
            IndicatorStore indicatorStore,
            FactStore factStore,
            Clock clock) {
        this.search = search;
        this.catalog = catalog;
        this.passages = database.passages();
        this.assets = assetStore;
        this.indicators = indicatorStore;
        this.facts = factStore;
        this.clock = clock;
    }

    /// The most useful first.
    public List<LlmTool> at(Desk desk) {
        return List.of(
                documents(desk),
                new ExplainTechniqueTool(catalog, passages, desk),
                new LookupAssetTool(assets, desk),
                new LookupIndicatorTool(indicators, clock, desk),
                new LookupFactsTool(facts, clock, desk));
    }

    /// Documents alone: what everyone may look for, each among those written for them.
    public LlmTool documents(Desk desk) {
        return new SearchKnowledgeTool(search, desk);
    }
}
