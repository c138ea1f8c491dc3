package dev.analystcopilot.triage;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.chain.Chain;
import dev.analystcopilot.triage.chain.Step;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.disposition.Disposition;
import dev.analystcopilot.triage.phrase.Phrases;
import dev.analystcopilot.triage.scenario.Exposures;
import dev.analystcopilot.triage.scenario.ScenarioMatch;
import dev.analystcopilot.triage.scenario.Scenarios;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/// Gives a case its id, title and summary.
final class CaseWriter {
    /// Of an id only this much: 48 bits tell 10,000 cases apart.
    private static final int ID_LENGTH = 12;

    private static final int NAMED_STEPS = 3;
    private static final int NAMED_RUNBOOKS = 6;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Phrases phrases;
    private final Scenarios scenarios;

    CaseWriter(Phrases phrases, Scenarios scenarios) {
        this.phrases = phrases;
        this.scenarios = scenarios;
    }

    TriageCase write(CaseDraft draft, Chain chain, Disposition disposition, Exposures exposures) {
        List<ScenarioMatch> matches = scenarios.of(draft, chain, exposures);
        return new TriageCase(
                id(draft),
                title(draft, chain),
                Math.round(draft.score() * 1e6) / 1e6,
                draft,
                chain,
                disposition,
                summary(draft, chain, disposition),
                matches,
                runbooks(matches, draft));
    }

    private static String id(CaseDraft draft) {
        String earliest = draft.evidence().getFirst().burst().firstId();
        return "case-" + DigestUtils.sha256Hex(earliest).substring(0, ID_LENGTH);
    }

    private Bilingual title(CaseDraft draft, Chain chain) {
        String host = mainAnchor(draft);
        List<Bilingual> names = clearest(chain);
        if (names.isEmpty()) {
            return phrases.of("title.plain", strongest(draft).burst().sample().title(), host);
        }
        return phrases.of("title.chain", host, joined("title.arrow", names));
    }

    private Bilingual summary(CaseDraft draft, Chain chain, Disposition disposition) {
        List<Bilingual> names = clearest(chain);
        String kind = names.isEmpty()
                ? "summary.odd"
                : disposition.verdict() == Verdict.TRUE_POSITIVE ? "summary.attack" : "summary.steps";
        return switch (kind) {
            case "summary.attack" ->
                phrases.of(
                        kind,
                        draft.alertCount(),
                        at(draft.first()),
                        at(draft.last()),
                        anchors(draft),
                        chain.steps().size(),
                        joined("list.and", names));
            case "summary.steps" ->
                phrases.of(
                        kind,
                        draft.alertCount(),
                        at(draft.first()),
                        at(draft.last()),
                        anchors(draft),
                        joined("list.and", names));
            default -> phrases.of(kind, draft.alertCount(), at(draft.first()), at(draft.last()), anchors(draft));
        };
    }

    /// The names of the weightiest steps, in order of time, each once.
    private static List<Bilingual> clearest(Chain chain) {
        List<Step> weightiest = chain.steps().stream()
                .sorted(Comparator.comparingDouble(Step::weight).reversed().thenComparingInt(Step::number))
                .limit(NAMED_STEPS)
                .toList();
        return chain.steps().stream()
                .filter(weightiest::contains)
                .map(step -> step.technique().name())
                .distinct()
                .toList();
    }

    private Bilingual joined(String separator, List<Bilingual> names) {
        Bilingual between = phrases.of(separator);
        return new Bilingual(
                String.join(between.en(), names.stream().map(Bilingual::en).toList()),
                String.join(between.zh(), names.stream().map(Bilingual::zh).toList()));
    }

    private static Evidence strongest(CaseDraft draft) {
        return draft.evidence().stream()
                .max(Comparator.comparingDouble(Evidence::weight))
                .orElseThrow();
    }

    private static String mainAnchor(CaseDraft draft) {
        return strongest(draft).burst().anchor().value();
    }

    /// The main anchor, and how many others.
    private Bilingual anchors(CaseDraft draft) {
        long others = draft.evidence().stream()
                        .map(e -> e.burst().anchor())
                        .distinct()
                        .count()
                - 1;
        String main = mainAnchor(draft);
        return others == 0 ? Bilingual.same(main) : phrases.of("anchors.more", main, others);
    }

    /// Those of the scenarios that it looks like, then those that its alerts' words call for.
    private static List<String> runbooks(List<ScenarioMatch> matches, CaseDraft draft) {
        Stream<String> hinted = draft.evidence().stream()
                .filter(e -> e.hint().isPresent())
                .sorted(Comparator.comparingDouble(Evidence::weight)
                        .reversed()
                        .thenComparing(e -> e.burst().first()))
                .map(e -> e.hint().orElseThrow().scenario());
        return Stream.concat(matches.stream().map(ScenarioMatch::runbook), hinted)
                .distinct()
                .limit(NAMED_RUNBOOKS)
                .toList();
    }

    static String at(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
