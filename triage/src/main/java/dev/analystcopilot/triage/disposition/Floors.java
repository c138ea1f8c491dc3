package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.triage.chain.Step;
import dev.analystcopilot.triage.context.IndicatorHit;
import dev.analystcopilot.triage.context.KnownAsset;
import dev.analystcopilot.triage.phrase.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What keeps a case from being set aside, whatever a model, a fact, a verdict or a setting says: a
/// critical alert; steps of two tactics of which one took effect; an indicator of high confidence; an
/// effect on a machine that the organisation cannot work without; a person's "attack" about an alert like
/// one of the case's.
final class Floors {
    /// From this confidence on (0–100) an indicator alone wants a human.
    static final int SURE_INDICATOR = 80;

    private static final int TACTICS = 2;

    private final Phrases phrases;

    Floors(Phrases phrases) {
        this.phrases = phrases;
    }

    /// Those that hold for a case, in words.
    List<Reason> of(Matter matter) {
        var floors = new ArrayList<Reason>();
        if (matter.severity() == Severity.CRITICAL) {
            floors.add(reason("critical"));
        }
        if (matter.reached().tactics().size() >= TACTICS
                && !matter.reached().effects().isEmpty()) {
            floors.add(reason("tactics-and-effect", matter.reached().tactics().size()));
        }
        matter.context().indicators().stream()
                .filter(hit -> hit.indicator().confidence() >= SURE_INDICATOR)
                .findFirst()
                .ifPresent(hit -> floors.add(indicator(hit)));
        crownJewel(matter)
                .ifPresent(
                        asset -> floors.add(reason("crown-jewel", asset.asset().host())));
        matter.context().neighbours().stream()
                .filter(neighbour -> neighbour.verdict() == Verdict.TRUE_POSITIVE)
                .findFirst()
                .ifPresent(neighbour -> floors.add(reason("judged-attack", neighbour.by())));
        return floors;
    }

    private static Optional<KnownAsset> crownJewel(Matter matter) {
        return matter.reached().effects().stream()
                .map(Step::evidence)
                .flatMap(List::stream)
                .map(matter.context()::crownJewel)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Reason indicator(IndicatorHit hit) {
        return reason(
                "indicator",
                hit.entity().value(),
                hit.indicator().source(),
                hit.indicator().confidence());
    }

    private Reason reason(String code, Object... arguments) {
        return new Reason("floor-" + code, phrases.of("floor." + code, arguments));
    }
}
