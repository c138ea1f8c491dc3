package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.EntityCount;
import dev.analystcopilot.triage.document.StepDocument;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Tells what a case is: what happened, where, when, whether it succeeded, step by step.
final class CaseStory {
    static final String SUCCEEDED = "succeeded";
    private static final String TIME_ONLY = "time";
    private static final int MAX_PHASES = 12;
    private static final int NAMED_TECHNIQUES = 6;
    private static final int NAMED_EFFECTS = 4;
    /// A host with less of a case's alerts is a bystander, not where it happened.
    private static final double SHARE_OF_A_PLACE = 0.05;

    private final Wording wording;
    private final Citations citations;

    CaseStory(Wording wording, Citations citations) {
        this.wording = wording;
        this.citations = citations;
    }

    /// What, where, when; did it succeed.
    Block lead(Question question, CaseDocument document) {
        return new Block.Paragraph(List.of(what(question, document), success(document)));
    }

    /// One line that says which case an answer is about.
    Block subject(Question question, CaseDocument document) {
        int place = question.isRanked() ? question.specifics().places().getFirst() : 0;
        return new Block.Paragraph(List.of(Sentence.of(
                wording.say(
                        place == 0 ? "lead.subject" : place == 1 ? "lead.picked" : "lead.picked-place",
                        document.title(),
                        wording.span(document.firstSeen(), document.lastSeen()),
                        wording.say("count.alerts", document.alertCount()),
                        place),
                List.of(citations.of(document)))));
    }

    List<Block> phases(CaseDocument document) {
        if (document.steps().isEmpty()) {
            return List.of();
        }
        List<Sentence> phases = new ArrayList<>();
        document.steps().stream().limit(MAX_PHASES).forEach(step -> phases.add(phase(document, step)));
        int more = document.steps().size() - MAX_PHASES;
        if (more > 0) {
            phases.add(Sentence.of(wording.say("phase.more", more), List.of(citations.of(document))));
        }
        return List.of(new Block.Heading(wording.say("head.phases")), new Block.Bullets(phases));
    }

    /// Only the steps that took effect.
    List<Block> effects(CaseDocument document) {
        List<StepDocument> effective = effective(document);
        return effective.isEmpty()
                ? List.of()
                : List.of(new Block.Bullets(effective.stream()
                        .limit(MAX_PHASES)
                        .map(step -> phase(document, step))
                        .toList()));
    }

    private Sentence what(Question question, CaseDocument document) {
        String key = switch (document.disposition()) {
            case "true_positive" -> "lead.attack";
            case "benign" -> "lead.benign";
            case "false_positive" -> "lead.false";
            default -> "lead.unsettled";
        };
        List<String> techniques =
                document.steps().stream().map(this::shortName).distinct().toList();
        String sentence = wording.say(
                techniques.isEmpty() ? "lead.odd" : key,
                wording.span(document.firstSeen(), document.lastSeen()),
                wording.say("count.alerts", document.alertCount()),
                where(question, document),
                document.steps().size(),
                shortened(techniques.stream().limit(NAMED_TECHNIQUES).toList(), techniques.size()));
        return Sentence.of(sentence, List.of(citations.of(document)));
    }

    private Sentence success(CaseDocument document) {
        List<StepDocument> effective = effective(document);
        if (document.steps().isEmpty()) {
            return Sentence.of(wording.say("success.odd"), List.of(citations.of(document)));
        }
        if (effective.isEmpty()) {
            long silent = document.steps().stream()
                    .filter(step -> step.outcome().equals("unknown"))
                    .count();
            String sentence = silent > 0
                    ? wording.say("success.unknown", silent, document.steps().size())
                    : wording.say("success.none");
            return Sentence.of(sentence, List.of(citations.of(document)));
        }
        List<StepDocument> named = firstOfEachTechnique(effective);
        List<StepDocument> told = named.size() <= NAMED_EFFECTS
                ? named
                : Stream.concat(named.stream().limit(NAMED_EFFECTS - 1), Stream.of(named.getLast()))
                        .toList();
        List<Ref> refs = told.stream()
                .flatMap(step -> citations.step(document, step, 1).stream())
                .distinct()
                .toList();
        List<String> effects = told.stream()
                .map(step -> wording.say("success.step", shortName(step), wording.clock(step.firstSeen()), proof(step)))
                .toList();
        String attack = document.disposition().equals("true_positive") ? "" : ".neutral";
        return Sentence.of(
                document.steps().size() == 1
                        ? wording.say("success.one" + attack, effects.getFirst())
                        : wording.say(
                                "success.some" + attack,
                                effective.size(),
                                document.steps().size(),
                                shortened(effects, named.size())),
                refs);
    }

    private static List<StepDocument> firstOfEachTechnique(List<StepDocument> steps) {
        Set<String> seen = new HashSet<>();
        return steps.stream().filter(step -> seen.add(step.technique())).toList();
    }

    private Sentence phase(CaseDocument document, StepDocument step) {
        String clocks = wording.clocks(step.firstSeen(), step.lastSeen());
        String when = sameDay(document)
                ? wording.say("time.step", clocks)
                : step.firstSeen().equals(step.lastSeen()) || sameDay(step)
                        ? wording.say("time.step.dated", wording.date(step.firstSeen()), clocks)
                        : wording.span(step.firstSeen(), step.lastSeen());
        String technique = wording.say("technique.named", wording.pick(step.techniqueName()), step.technique());
        String outcome = wording.say("outcome." + step.outcome());
        String count = wording.say("count.alerts", step.alertCount());
        String examples = wording.list(titles(step, 2));
        String told = examples.isEmpty()
                ? wording.say("phase.plain", technique, outcome, count)
                : wording.say("phase.such", technique, outcome, count, examples);
        boolean because = isEffective(step) && !wording.pick(step.basis()).isBlank();
        List<Ref> refs = Stream.concat(
                        citations.step(document, step, 2).stream(),
                        because ? citations.proof(document, step).stream() : Stream.of())
                .distinct()
                .toList();
        return new Sentence(when, told + follows(document, step) + (because ? because(step) : ""), refs);
    }

    /// Which step it follows from, and by what; nothing where only time ties them.
    private String follows(CaseDocument document, StepDocument step) {
        return document.links().stream()
                .filter(link -> link.to() == step.n()
                        && link.kind() != null
                        && !link.kind().equals(TIME_ONLY))
                .findFirst()
                .map(link -> wording.say("phase.follows", link.from(), wording.pick(link.reason())))
                .orElse("");
    }

    private String because(StepDocument step) {
        return wording.say("phase.basis", wording.pick(step.basis()));
    }

    private String proof(StepDocument step) {
        List<String> titles = titles(step, 1);
        return titles.isEmpty() ? wording.say("count.alerts", step.alertCount()) : titles.getFirst();
    }

    /// Titles of the alerts that are cited, in quotation marks; the step's own title where none was read.
    private List<String> titles(StepDocument step, int max) {
        List<AlertFact> telling = citations.telling(step, max);
        Stream<String> titles = telling.isEmpty()
                ? Stream.of(wording.pick(step.title())).filter(title -> !title.isBlank())
                : telling.stream().map(AlertFact::title).distinct();
        return titles.map(title -> wording.say("quote", wording.shortened(title)))
                .toList();
    }

    /// The hosts with the most alerts, those that the question names first; anything else where there is no host.
    private String where(Question question, CaseDocument document) {
        List<EntityCount> named = CaseMatcher.named(question, document);
        List<EntityCount> hosts = document.entities().stream()
                .filter(entity -> entity.type().equals("host"))
                .toList();
        EntityCount main = Stream.of(named, hosts, document.entities())
                .flatMap(List::stream)
                .findFirst()
                .orElse(new EntityCount("host", wording.pick(document.title()), 0));
        long others = hosts.stream()
                .filter(host -> !host.equals(main) && host.alerts() >= SHARE_OF_A_PLACE * document.alertCount())
                .count();
        return wording.spaced(others == 0 ? main.value() : wording.say("where.more", main.value(), others));
    }

    /// @param all how many there are in all
    private String shortened(List<String> named, int all) {
        if (named.size() == all) {
            return wording.list(named);
        }
        List<String> items = new ArrayList<>(named);
        items.add(wording.say("count.more", all - named.size()));
        return String.join(wording.say("list.comma"), items);
    }

    /// A sub-technique without its parent's name.
    private String shortName(StepDocument step) {
        String name = wording.pick(step.techniqueName());
        String colon = wording.isChinese() ? "：" : ": ";
        int at = name.lastIndexOf(colon);
        return at < 0 ? name : name.substring(at + colon.length());
    }

    private static List<StepDocument> effective(CaseDocument document) {
        return document.steps().stream().filter(CaseStory::isEffective).toList();
    }

    private static boolean isEffective(StepDocument step) {
        return step.outcome().equals(SUCCEEDED);
    }

    private static boolean sameDay(CaseDocument document) {
        return document.firstSeen()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .equals(document.lastSeen().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static boolean sameDay(StepDocument step) {
        return step.firstSeen()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .equals(step.lastSeen().atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
