package dev.analystcopilot.triage.chain;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.attack.Tactic;
import dev.analystcopilot.knowledge.attack.Technique;
import dev.analystcopilot.triage.correlate.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A step in the making: evidence of one technique, in order of time.
final class StepDraft {
    private static final Set<String> SERVICE_SCANS = Set.of("T1018", "T1046", "T1590", "T1595.001");

    private final Tactic tactic;
    private final Technique technique;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<Entity> anchors = new HashSet<>();
    private Outcome told = Outcome.UNKNOWN;
    private Instant last;

    StepDraft(Tactic tactic, Technique technique, Evidence first) {
        this.tactic = tactic;
        this.technique = technique;
        this.last = first.burst().last();
    }

    /// @param outcome what its source or its words say
    void add(Evidence e, Outcome outcome) {
        evidence.add(e);
        anchors.add(e.burst().anchor());
        last = e.burst().last().isAfter(last) ? e.burst().last() : last;
        if (outcome == Outcome.SUCCEEDED || told == Outcome.UNKNOWN) {
            told = outcome;
        }
    }

    Tactic tactic() {
        return tactic;
    }

    Technique technique() {
        return technique;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    /// What its sources or its words say.
    Outcome told() {
        return told;
    }

    Instant first() {
        return evidence.getFirst().burst().first();
    }

    Instant last() {
        return last;
    }

    Set<Entity> anchors() {
        return anchors;
    }

    /// How clearly its source or its words say that this was done, 0–1.
    double clarity() {
        return evidence.stream().mapToDouble(Evidence::clarity).max().orElse(0);
    }

    /// Of scans that begin at the same moment, those for machines and services come before those into a service found.
    boolean looksIntoServices() {
        return !isAny(SERVICE_SCANS);
    }

    /// `T1059` holds for `T1059.001`, too.
    boolean is(String id) {
        return technique.id().equals(id) || technique.id().startsWith(id + ".");
    }

    boolean isAny(Set<String> ids) {
        return ids.stream().anyMatch(this::is);
    }
}
