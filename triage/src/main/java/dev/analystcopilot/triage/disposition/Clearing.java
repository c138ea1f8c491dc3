package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.triage.context.KnownFact;
import dev.analystcopilot.triage.context.NeighbourVerdict;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.phrase.Phrases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When a whole case may be set aside: what the organisation knows explains every alert of it and nothing
/// took effect, or people judged every kind of it harmless often enough, never otherwise, and nothing about
/// it is new. Anything less leaves it open. [Floors] come before this.
final class Clearing {
    /// So many agreeing verdicts on single alerts or cases say what one on all alerts of a kind says.
    static final int CONSISTENT = 3;

    /// A burst keeps no more entities than this.
    private static final int MANY = 200;

    private final Phrases phrases;

    Clearing(Phrases phrases) {
        this.phrases = phrases;
    }

    /// @param sure how sure, 0–1, by what clears it alone
    record Cleared(Verdict verdict, double sure, List<Reason> reasons) {
        Cleared {
            reasons = List.copyOf(reasons);
        }
    }

    Optional<Cleared> of(Matter matter) {
        return byFacts(matter).or(() -> byVerdicts(matter));
    }

    private Optional<Cleared> byFacts(Matter matter) {
        if (!matter.reached().effects().isEmpty()) {
            return Optional.empty();
        }
        var facts = new LinkedHashSet<KnownFact>();
        for (Evidence e : matter.draft().evidence()) {
            Optional<KnownFact> fact = matter.context().facts().stream()
                    .filter(known -> known.covers(e.burst()) && explains(known.fact(), matter))
                    .findFirst();
            if (fact.isEmpty()) {
                return Optional.empty();
            }
            facts.add(fact.orElseThrow());
        }
        return Optional.of(new Cleared(
                Verdict.BENIGN, 0.95, facts.stream().map(this::reason).toList()));
    }

    /// A change explains restarts and new files, and no attack of several stages or of a severe kind.
    private static boolean explains(Fact fact, Matter matter) {
        return switch (fact.kind()) {
            case APPROVED_SCANNER, PENTEST, EXCEPTION -> true;
            case MAINTENANCE_WINDOW ->
                matter.reached().tactics().size() <= 1 && matter.severity().compareTo(Severity.HIGH) < 0;
        };
    }

    private Reason reason(KnownFact known) {
        Fact fact = known.fact();
        return new Reason(
                "fact-" + fact.kind().wireName(),
                phrases.of(
                        "clear.fact",
                        phrases.of("fact." + fact.kind().name()),
                        fact.note().isBlank() ? fact.id() : fact.note(),
                        fact.approvedBy(),
                        fact.from().toString(),
                        fact.until().toString()));
    }

    private Optional<Cleared> byVerdicts(Matter matter) {
        List<NeighbourVerdict> neighbours = matter.context().neighbours();
        if (neighbours.stream().anyMatch(n -> n.verdict() == Verdict.TRUE_POSITIVE)) {
            return Optional.empty();
        }
        var used = new HashSet<NeighbourVerdict>();
        for (Evidence e : matter.draft().evidence()) {
            List<NeighbourVerdict> same = neighbours.stream()
                    .filter(n -> n.same()
                            && n.verdict().setAside()
                            && n.like().equals(e.burst().fingerprint())
                            && n.severity().compareTo(e.burst().severity()) >= 0)
                    .toList();
            if (!enough(same) || namesOthers(e, same)) {
                return Optional.empty();
            }
            used.addAll(same);
        }
        long ids = used.stream().map(NeighbourVerdict::id).distinct().count();
        long falseAlarms = used.stream()
                .filter(n -> n.verdict() == Verdict.FALSE_POSITIVE)
                .map(NeighbourVerdict::id)
                .distinct()
                .count();
        Verdict verdict = falseAlarms * 2 >= ids ? Verdict.FALSE_POSITIVE : Verdict.BENIGN;
        var reasons = new ArrayList<Reason>();
        reasons.add(new Reason(
                "judged-harmless", phrases.of("clear.judged", ids, phrases.of("verdict." + verdict.name()))));
        // The rule of succession: after n agreeing verdicts the next one agrees with (n + 1) / (n + 2).
        return Optional.of(new Cleared(verdict, (ids + 1.0) / (ids + 2.0), reasons));
    }

    private static boolean enough(List<NeighbourVerdict> same) {
        return same.stream().anyMatch(n -> n.subject() == Subject.FINGERPRINT)
                || same.stream().map(NeighbourVerdict::id).distinct().count() >= CONSISTENT;
    }

    /// An entity that no judged alert named reopens, and so does a burst of so many that not all are kept.
    private static boolean namesOthers(Evidence e, List<NeighbourVerdict> judged) {
        Set<String> known = new HashSet<>();
        judged.forEach(n -> known.addAll(n.entityKeys()));
        Set<Entity> named = e.burst().entities().keySet();
        return named.size() >= MANY || named.stream().anyMatch(entity -> !known.contains(entity.key()));
    }
}
