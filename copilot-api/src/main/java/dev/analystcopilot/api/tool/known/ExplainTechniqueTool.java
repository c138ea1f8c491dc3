package dev.analystcopilot.api.tool.known;

import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.attack.Tactic;
import dev.analystcopilot.knowledge.attack.Technique;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.knowledge.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Lets the model read what an ATT&CK technique is, as stored: description, detection, mitigations.
record ExplainTechniqueTool(TechniqueCatalog catalog, PassageStore passages, Desk desk) implements LlmTool {
    private static final int PASSAGES = 6;

    @Override
    public String name() {
        return "explain_technique";
    }

    @Override
    public String description() {
        return "Explains an ATT&CK technique: its name and tactics, and what the stored documents say of it, of its"
                + " detection and of mitigations.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("id", "such as T1110 or T1059.001", true));
    }

    @Override
    public Answer call(Map<String, String> given) {
        String id =
                new Arguments(given).needed("id", "an ATT&CK id such as T1110").toUpperCase(Locale.ROOT);
        Technique technique = catalog.technique(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no technique " + shown(id)));
        List<EvidenceItem> items = new ArrayList<>();
        items.add(desk.result(
                "technique " + technique.id(),
                technique.id() + " " + name(technique.name()),
                "technique: %s %s / %s\ntactics: %s"
                        .formatted(
                                technique.id(),
                                technique.name().en(),
                                technique.name().zh(),
                                technique.tactics().stream()
                                        .map(Tactic::name)
                                        .map(this::name)
                                        .collect(Collectors.joining(", ")))));
        stored(technique.id())
                .forEach(passage -> items.add(desk.book()
                        .add(Kind.PASSAGE, passage.id(), passage.title() + " – " + passage.heading(), passage.text())));
        return desk.answer(items, "Read about " + technique.id(), "查看了技术 " + technique.id());
    }

    /// In the answer's language if there is anything, else in English.
    private List<Passage> stored(String id) {
        List<Passage> found =
                passages.ofRef(desk.scope(), "technique", id, desk.inquiry().language());
        List<Passage> any = found.isEmpty() ? passages.ofRef(desk.scope(), "technique", id, Language.EN) : found;
        return any.stream().limit(PASSAGES).toList();
    }

    private String name(Bilingual name) {
        return desk.inquiry().pick(name.en(), name.zh());
    }

    private static String shown(String id) {
        return id.length() > 20 ? id.substring(0, 20) + "…" : id;
    }
}
