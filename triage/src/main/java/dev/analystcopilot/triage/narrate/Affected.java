package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.EntityCount;
import dev.analystcopilot.triage.document.StepDocument;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells whom and what the alerts of a case name, and on what steps took effect.
final class Affected {
    private static final List<String> SHORT = List.of("host", "user", "ip", "domain");
    private static final List<String> ALL =
            List.of("host", "user", "mailbox", "ip", "domain", "url", "file", "process", "hash");
    /// What a step that took effect harms: its machines, or the accounts where it touches none, as in the cloud.
    private static final List<String> HARMED = List.of("host", "user", "mailbox");

    private static final int NAMED = 6;
    /// Of names that are long, and mean little to who reads them.
    private static final int FEW = 3;
    private static final int LONG = 40;

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
                lines.add(new Sentence(
                        wording.say("type." + type),
                        named(entities, SHORT.contains(type) && !isLong(entities) ? NAMED : FEW),
                        refs));
            }
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(wording.say("head.affected")));
        effect(document).ifPresent(effect -> blocks.add(new Block.Paragraph(List.of(effect))));
        blocks.add(new Block.Bullets(lines));
        return blocks;
    }

    private String named(List<EntityCount> entities, int most) {
        List<String> names = new ArrayList<>(entities.stream()
                .limit(most)
                .map(entity ->
                        wording.say("affected.item", entity.value(), wording.say("count.alerts", entity.alerts())))
                .toList());
        if (entities.size() > most) {
            names.add(wording.say("count.more", entities.size() - most));
        }
        return String.join(wording.say("list.comma"), names);
    }

    private static boolean isLong(List<EntityCount> entities) {
        return entities.stream().limit(NAMED).anyMatch(entity -> entity.value().length() > LONG);
    }

    private Optional<Sentence> effect(CaseDocument document) {
        List<StepDocument> done = document.steps().stream()
                .filter(step -> step.outcome().equals(CaseStory.SUCCEEDED))
                .toList();
        if (done.isEmpty()) {
            return Optional.of(Sentence.of(wording.say("affected.none"), List.of(citations.of(document))));
        }
        List<Ref> refs = done.stream()
                .flatMap(step -> citations.step(document, step, 1).stream())
                .distinct()
                .limit(3)
                .toList();
        return HARMED.stream()
                .map(type -> names(done, type))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .map(names -> Sentence.of(wording.say("affected.effect", wording.spaced(wording.list(names))), refs));
    }

    private static List<String> names(List<StepDocument> steps, String type) {
        return steps.stream()
                .flatMap(step -> step.entities().stream())
                .filter(key -> key.startsWith(type + ":"))
                .map(key -> key.substring(type.length() + 1))
                .distinct()
                .limit(NAMED)
                .toList();
    }
}
