package dev.analystcopilot.triage.narrate.topic;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.EntityCount;
import dev.analystcopilot.triage.document.StepDocument;
import dev.analystcopilot.triage.narrate.CaseVerdict;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lays two cases side by side: what they share, where they differ, whether the later may go on with the earlier.
final class CompareStory {
    private static final List<String> TYPES = List.of("host", "user", "mailbox", "ip", "domain", "url", "file", "hash");
    /// Shared things that tie two cases more than a place does.
    private static final Set<String> TELLING = Set.of("user", "mailbox", "ip", "domain", "hash", "file", "url");
    private static final List<String> DIFFERING = List.of("host", "user", "mailbox", "ip", "domain", "file");
    private static final int NAMED = 5;
    private static final Duration SOON = Duration.ofDays(1);

    private final Teller teller;
    private final Wording wording;
    private final CaseVerdict verdict;

    CompareStory(Teller teller, CaseVerdict verdict) {
        this.teller = teller;
        this.wording = teller.wording();
        this.verdict = verdict;
    }

    List<Block> blocks(List<CaseDocument> cases) {
        List<CaseDocument> inOrder = cases.stream()
                .limit(2)
                .sorted(Comparator.comparing(CaseDocument::firstSeen).thenComparing(CaseDocument::id))
                .toList();
        if (inOrder.size() < 2) {
            List<Block> blocks = new ArrayList<>();
            blocks.add(
                    inOrder.isEmpty()
                            ? teller.paragraph(teller.plain("compare.none"))
                            : teller.paragraph(
                                    teller.say(refs(inOrder.getFirst()), "compare.one", title(inOrder.getFirst()))));
            blocks.add(teller.paragraph(teller.plain("compare.how")));
            return blocks;
        }
        CaseDocument a = inOrder.get(0);
        CaseDocument b = inOrder.get(1);
        List<Ref> both = List.of(teller.citations().of(a), teller.citations().of(b));
        List<Block> blocks = new ArrayList<>();
        blocks.add(teller.paragraph(teller.say(both, "compare.lead")));
        blocks.add(new Block.Bullets(List.of(line("compare.first", a), line("compare.second", b))));
        Map<String, Set<String>> shared = shared(a, b);
        Set<String> techniques = techniques(a);
        techniques.retainAll(techniques(b));
        shared.put("technique", techniques);
        blocks.add(teller.heading("compare.share"));
        blocks.add(new Block.Bullets(told(shared, "compare.share-none", both)));
        blocks.add(teller.heading("compare.differ"));
        List<Sentence> differences = new ArrayList<>();
        differences("compare.only-first", a, b, differences);
        differences("compare.only-second", b, a, differences);
        blocks.add(new Block.Bullets(
                differences.isEmpty() ? List.of(teller.say(both, "compare.differ-none")) : differences));
        blocks.add(teller.heading("compare.continue"));
        blocks.add(new Block.Paragraph(continuation(a, b, shared, both)));
        return blocks;
    }

    private Sentence line(String which, CaseDocument document) {
        long effective =
                document.steps().stream().filter(CompareStory::tookEffect).count();
        return teller.led(
                wording.say(which),
                wording.say(
                        "compare.line",
                        title(document),
                        verdict.name(document),
                        wording.percent(document.confidence()),
                        wording.say("count.alerts", document.alertCount()),
                        wording.span(document.firstSeen(), document.lastSeen()),
                        effective,
                        document.steps().size()),
                refs(document));
    }

    private List<Sentence> told(Map<String, Set<String>> things, String none, List<Ref> refs) {
        List<Sentence> lines = new ArrayList<>();
        things.forEach((type, values) -> {
            if (!values.isEmpty()) {
                lines.add(teller.led(wording.say("type." + type), teller.first(List.copyOf(values), NAMED), refs));
            }
        });
        return lines.isEmpty() ? List.of(teller.say(refs, none)) : lines;
    }

    private void differences(String which, CaseDocument one, CaseDocument other, List<Sentence> lines) {
        List<String> parts = new ArrayList<>();
        for (String type : DIFFERING) {
            Set<String> own = values(one, type);
            own.removeAll(values(other, type));
            if (!own.isEmpty()) {
                parts.add(wording.say("compare.own", wording.say("type." + type), teller.first(List.copyOf(own), 3)));
            }
        }
        Set<String> techniques = techniques(one);
        techniques.removeAll(techniques(other));
        if (!techniques.isEmpty()) {
            parts.add(wording.say(
                    "compare.own", wording.say("type.technique"), teller.first(List.copyOf(techniques), NAMED)));
        }
        if (!parts.isEmpty()) {
            lines.add(teller.led(wording.say(which), String.join(wording.say("list.semicolon"), parts), refs(one)));
        }
    }

    private List<Sentence> continuation(
            CaseDocument a, CaseDocument b, Map<String, Set<String>> shared, List<Ref> both) {
        boolean tied = shared.entrySet().stream()
                .anyMatch(entry ->
                        TELLING.contains(entry.getKey()) && !entry.getValue().isEmpty());
        boolean place = !shared.getOrDefault("host", Set.of()).isEmpty();
        boolean overlap = !b.firstSeen().isAfter(a.lastSeen());
        Duration gap = overlap ? Duration.ZERO : Duration.between(a.lastSeen(), b.firstSeen());
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(
                overlap ? teller.say(both, "compare.overlap") : teller.say(both, "compare.gap", teller.duration(gap)));
        boolean soon = gap.compareTo(SOON) <= 0;
        String answer =
                tied && soon ? "compare.likely" : tied || (place && soon) ? "compare.possible" : "compare.unlikely";
        sentences.add(teller.say(both, answer));
        sentences.add(teller.say(both, "compare.apart"));
        return sentences;
    }

    private static Map<String, Set<String>> shared(CaseDocument a, CaseDocument b) {
        Map<String, Set<String>> shared = new LinkedHashMap<>();
        for (String type : TYPES) {
            Set<String> both = values(a, type);
            both.retainAll(values(b, type));
            shared.put(type, both);
        }
        return shared;
    }

    private Set<String> techniques(CaseDocument document) {
        Set<String> techniques = new LinkedHashSet<>();
        document.steps()
                .forEach(step -> techniques.add(
                        wording.say("technique.named", wording.pick(step.techniqueName()), step.technique())));
        return techniques;
    }

    private static Set<String> values(CaseDocument document, String type) {
        Set<String> values = new LinkedHashSet<>();
        document.entities().stream()
                .filter(entity -> entity.type().equals(type))
                .map(EntityCount::value)
                .forEach(values::add);
        return values;
    }

    private static boolean tookEffect(StepDocument step) {
        return step.outcome().equals("succeeded");
    }

    private String title(CaseDocument document) {
        return teller.quoted(wording.pick(document.title()));
    }

    private List<Ref> refs(CaseDocument document) {
        return List.of(teller.citations().of(document));
    }
}
