package dev.analystcopilot.triage.context;

import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import java.util.List;
import java.util.Optional;

/// What the organisation and its people know that bears on a case. None of it is read out of the alerts:
/// they only name the keys that it is looked up by.
///
/// @param neighbours what people judged about earlier alerts like those of the case, the most alike first
/// @param facts approved scanners, maintenance windows, tests, exceptions about its entities, at its time
/// @param assets the organisation's machines in it, the most critical first
/// @param indicators known signs of attack among its entities, the surest first
/// @param exploited vulnerabilities that its alerts name and that are known to be exploited
/// @param exposed vulnerabilities known to be exploited of the software on its machines, the latest first;
///     no alert need name them, and versions are not compared
public record CaseContext(
        List<NeighbourVerdict> neighbours,
        List<KnownFact> facts,
        List<KnownAsset> assets,
        List<IndicatorHit> indicators,
        List<ExploitedVulnerability> exploited,
        List<ExploitedVulnerability> exposed) {
    private static final CaseContext NONE = new CaseContext(List.of(), List.of(), List.of(), List.of(), List.of());

    public CaseContext {
        neighbours = List.copyOf(neighbours);
        facts = List.copyOf(facts);
        assets = List.copyOf(assets);
        indicators = List.copyOf(indicators);
        exploited = List.copyOf(exploited);
        exposed = List.copyOf(exposed);
    }

    /// Nothing is known of the machines' software.
    public CaseContext(
            List<NeighbourVerdict> neighbours,
            List<KnownFact> facts,
            List<KnownAsset> assets,
            List<IndicatorHit> indicators,
            List<ExploitedVulnerability> exploited) {
        this(neighbours, facts, assets, indicators, exploited, List.of());
    }

    /// Nothing is known.
    public static CaseContext none() {
        return NONE;
    }

    /// The share of the bursts of a case that facts explain, 0–1.
    public double covered(CaseDraft draft) {
        long covered =
                draft.evidence().stream().filter(e -> covering(e).isPresent()).count();
        return (double) covered / draft.evidence().size();
    }

    /// The first fact that explains all alerts of a burst.
    public Optional<KnownFact> covering(Evidence evidence) {
        return facts.stream().filter(fact -> fact.covers(evidence.burst())).findFirst();
    }

    /// How critical the most critical machine is that alerts of the case are about, 0 (unknown or low) to 1
    /// (critical).
    public double criticality(CaseDraft draft) {
        return assets.stream()
                .filter(asset -> draft.evidence().stream().anyMatch(e -> asset.concerns(e.burst())))
                .mapToDouble(KnownAsset::criticality)
                .max()
                .orElse(0);
    }

    /// The machine without which the organisation cannot work that a burst is about, if any.
    public Optional<KnownAsset> crownJewel(Evidence evidence) {
        return assets.stream()
                .filter(asset -> asset.crownJewel() && asset.concerns(evidence.burst()))
                .findFirst();
    }
}
