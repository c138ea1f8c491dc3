package dev.analystcopilot.api.tool.known;

import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.search.KnowledgeQuery;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import java.util.List;
import java.util.Map;

/// Lets the model look something up in runbooks, policies and the like, as far as the asker may see them.
record SearchKnowledgeTool(KnowledgeSearch search, Desk desk) implements LlmTool {
    private static final int FOUND = 4;

    @Override
    public String name() {
        return "search_knowledge";
    }

    @Override
    public String description() {
        return "Finds passages of runbooks, policies and technique descriptions by meaning.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("query", "what to look for, in the question's language", true));
    }

    @Override
    public Answer call(Map<String, String> arguments) {
        String query = arguments.getOrDefault("query", "");
        if (query.isBlank()) {
            throw new IllegalArgumentException("query says what to look for");
        }
        List<EvidenceItem> found = search
                .search(
                        desk.scope(),
                        KnowledgeQuery.of(query, FOUND)
                                .allPassages()
                                .in(desk.inquiry().language()))
                .stream()
                .map(hit ->
                        desk.book().add(Kind.PASSAGE, hit.passageId(), hit.title() + " – " + hit.heading(), hit.text()))
                .toList();
        return desk.answer(found, "Found %d passages".formatted(found.size()), "找到 %d 个段落".formatted(found.size()));
    }
}
