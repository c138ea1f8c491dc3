package dev.analystcopilot.triage.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Keeps a strong case to what it is about. On a busy host everyday noise falls into the hours of an attack and shares
/// its entities; told as part of it, it buries the attack, and carries the attack's score. Bursts far weaker than the
/// strongest become a case of their own, which stands where its own weight puts it.
///
/// Where a source says itself how severe its alerts are or which technique they show, they stay with their case.
public final class CaseCore {
    /// A case whose strongest burst weighs less than this has no core.
    private static final double STRONG = 0.5;
    /// Of the strongest weight, what a burst needs to be of the core.
    private static final double SHARE = 0.7;

    private CaseCore() {}

    /// One case, or its core and its fringe.
    public static Stream<CaseDraft> of(CaseDraft draft) {
        double strongest =
                draft.evidence().stream().mapToDouble(Evidence::weight).max().orElse(0);
        if (strongest < STRONG) {
            return Stream.of(draft);
        }
        List<Evidence> core = new ArrayList<>();
        List<Evidence> fringe = new ArrayList<>();
        for (Evidence e : draft.evidence()) {
            (e.weight() >= SHARE * strongest || e.graded() ? core : fringe).add(e);
        }
        return fringe.isEmpty() ? Stream.of(draft) : Stream.of(new CaseDraft(core), new CaseDraft(fringe));
    }
}
