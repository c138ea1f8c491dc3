package dev.analystcopilot.triage.correlate;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Evidence as it arrives, in any order, and the cases it makes at any time. The cases are a function of the set of
/// evidence: they are the same whether it came as a stream or at once. Nothing that was decided on the way is kept,
/// because a thing that ties today is a hub tomorrow; the work is anew each time, near-linear in the bursts (ADR 0016).
///
/// Memory grows with bursts, not with alerts: a flood is one burst.
public final class CaseGraph {
    private final Map<String, Evidence> byFirstAlert = new HashMap<>();
    private Optional<List<CaseDraft>> current = Optional.empty();

    /// Takes evidence; that of a burst that has grown since replaces what was known of it.
    public void add(Evidence evidence) {
        byFirstAlert.put(evidence.burst().firstId(), evidence);
        current = Optional.empty();
    }

    public void addAll(Collection<Evidence> evidence) {
        evidence.forEach(this::add);
    }

    /// By falling score, then by time.
    public List<CaseDraft> cases() {
        List<CaseDraft> cases = current.orElseGet(() -> CaseBuilder.cases(byFirstAlert.values().stream()
                .sorted(Comparator.comparing((Evidence e) -> e.burst().first())
                        .thenComparing(e -> e.burst().firstId()))
                .toList()));
        current = Optional.of(cases);
        return cases;
    }

    /// How long after its last alert a case may still grow: beyond it nothing ties.
    public static Duration settleWindow() {
        return Arrays.stream(LinkKind.values())
                .map(LinkKind::window)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
