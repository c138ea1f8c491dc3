package dev.analystcopilot.api.tool.known;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import java.util.List;
import org.springframework.stereotype.Component;

/// The tools that look up what is known.
@Component
public final class KnownTools {
    private final KnowledgeSearch search;

    KnownTools(KnowledgeSearch search) {
        this.search = search;
    }

    public List<LlmTool> at(Desk desk) {
        return List.of(documents(desk));
    }

    /// Documents alone: what everyone may look for, each among those written for them.
    public LlmTool documents(Desk desk) {
        return new SearchKnowledgeTool(search, desk);
    }
}
