package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.StepDocument;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Chooses what to point to. Only alerts that were read from the store are cited; a case stands in where none was.
public final class Citations {
    private static final int MAX_LABEL = 140;
    /// Alerts looked at per step: enough to meet its different titles, few enough to be read at once.
    private static final int PER_STEP = 10;

    private final Map<String, AlertFact> alerts;
    private final Wording wording;

    public Citations(Map<String, AlertFact> alerts, Wording wording) {
        this.alerts = alerts;
        this.wording = wording;
    }

    /// Ids spread evenly over the step's, the first and the last among them.
    static List<String> candidates(StepDocument step) {
        List<String> ids = step.alertIds();
        if (ids.size() <= PER_STEP) {
            return ids;
        }
        var spread = new ArrayList<String>();
        for (int i = 0; i < PER_STEP; i++) {
            spread.add(ids.get(i * (ids.size() - 1) / (PER_STEP - 1)));
        }
        return spread;
    }

    /// What is to be read to tell of a step: also what its outcome rests on, which another step may hold.
    static Set<String> toRead(StepDocument step) {
        Set<String> ids = new LinkedHashSet<>(candidates(step));
        ids.addAll(step.proof());
        return ids;
    }

    /// The alerts that a step's outcome rests on, or those that tell of it where these were not read.
    List<Ref> proof(CaseDocument document, StepDocument step) {
        List<Ref> proof = step.proof().stream()
                .map(alerts::get)
                .filter(Objects::nonNull)
                .map(this::of)
                .toList();
        return proof.isEmpty() ? step(document, step, 1) : proof;
    }

    /// Alerts that tell the most about a step: those of its weightiest titles, one for each title, the earliest first.
    List<AlertFact> telling(StepDocument step, int max) {
        List<AlertFact> known = candidates(step).stream()
                .map(alerts::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt((AlertFact alert) -> weight(step, alert))
                        .thenComparing(AlertFact::time)
                        .thenComparing(AlertFact::id))
                .toList();
        Set<String> titles = new HashSet<>();
        List<AlertFact> telling = new ArrayList<>(known.stream()
                .filter(alert -> titles.add(alert.title()))
                .limit(max)
                .toList());
        known.stream()
                .filter(alert -> !telling.contains(alert))
                .limit(max - telling.size())
                .forEach(telling::add);
        return telling;
    }

    /// A step's title names the weightiest alerts first.
    private static int weight(StepDocument step, AlertFact alert) {
        int at = step.title().en().indexOf(alert.title());
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    /// Alerts of the step, or the case where none of them was read.
    public List<Ref> step(CaseDocument document, StepDocument step, int max) {
        List<AlertFact> telling = telling(step, max);
        return telling.isEmpty()
                ? List.of(of(document))
                : telling.stream().map(this::of).toList();
    }

    public Ref of(AlertFact alert) {
        return new Ref.Alert(
                alert.id(),
                label(wording.span(alert.time(), alert.time()) + " · " + alert.source() + " · " + alert.title()));
    }

    public Ref of(CaseDocument document) {
        return new Ref.Case(document.id(), label(wording.pick(document.title())));
    }

    /// What the store holds in all.
    Ref of(Facts.Coverage coverage) {
        String held =
                wording.say("count.alerts", coverage.alerts()) + ", " + wording.say("count.cases", coverage.cases());
        return new Ref.Result(
                "store-1",
                label(held),
                "%s (%d, %d), %s to %s"
                        .formatted(
                                held,
                                coverage.alerts(),
                                coverage.cases(),
                                coverage.first().map(Object::toString).orElse("-"),
                                coverage.last().map(Object::toString).orElse("-")));
    }

    public Ref of(PassageFact passage) {
        String heading = passage.heading().isEmpty() ? "" : " · " + passage.heading();
        return new Ref.Passage(passage.id(), label(passage.title() + heading));
    }

    private static String label(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= MAX_LABEL
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_LABEL)) + "…";
    }
}
