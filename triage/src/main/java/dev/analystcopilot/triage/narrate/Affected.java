package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.EntityCount;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.List;

/// Tells whom and what the alerts of a case name, and on what steps took effect.
final class Affected {
    private static final List<String> SHORT = List.of("host", "user", "ip", "domain");
    private static final List<String> ALL =
            List.of("host", "user", "mailbox", "ip", "domain", "url", "file", "process", "hash");
    private static final int NAMED = 6;

    private final Wording wording;
    private final Citations citations;

    Affected(Wording wording, Citations citations) {
        this.wording = wording;
        this.citations = citations;
    }

    /// @param full whether files, processes and the like are told too
    List<Block> blocks(CaseDocument document, boolean full) {
        List<Ref> refs = List.of(citations.of(document));
        List<Sentence> lines = new ArrayList<>();
        for (String type : full ? ALL : SHORT) {
            List<EntityCount> entities = document.entities().stream()
                    .filter(entity -> entity.type().equals(type))
                    .toList();
            if (!entities.isEmpty()) {
                lines.add(new Sentence(wording.say("type." + type), named(entities), refs));
            }
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Block.Heading(wording.say("head.affected")),
                new Block.Paragraph(List.of(effect(document))),
                new Block.Bullets(lines));
    }

    private String named(List<EntityCount> entities) {
        List<String> names = new ArrayList<>(entities.stream()
                .limit(NAMED)
                .map(entity ->
                        wording.say("affected.item", entity.value(), wording.say("count.alerts", entity.alerts())))
                .toList());
        if (entities.size() > NAMED) {
            names.add(wording.say("count.more", entities.size() - NAMED));
        }
        return String.join(wording.say("list.comma"), names);
    }

    private Sentence effect(CaseDocument document) {
        List<String> hosts = document.steps().stream()
                .filter(step -> step.outcome().equals(CaseStory.SUCCEEDED))
                .flatMap(step -> step.entities().stream())
                .filter(key -> key.startsWith("host:"))
                .map(key -> key.substring("host:".length()))
                .distinct()
                .limit(NAMED)
                .toList();
        if (hosts.isEmpty()) {
            return Sentence.of(wording.say("affected.none"), List.of(citations.of(document)));
        }
        List<Ref> refs = document.steps().stream()
                .filter(step -> step.outcome().equals(CaseStory.SUCCEEDED))
                .flatMap(step -> citations.step(document, step, 1).stream())
                .distinct()
                .limit(3)
                .toList();
        return Sentence.of(wording.say("affected.effect", wording.spaced(wording.list(hosts))), refs);
    }
}
