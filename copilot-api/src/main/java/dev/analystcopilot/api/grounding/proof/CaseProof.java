package dev.analystcopilot.api.grounding.proof;

import dev.analystcopilot.api.grounding.atom.Atom.Unit;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.EntityCount;
import dev.analystcopilot.triage.document.StepDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a case holds: a statement for each step, one for each entity, and one for the whole.
public final class CaseProof {
    private CaseProof() {}

    public static Proof of(CaseDocument document) {
        List<Facet> facets = new ArrayList<>();
        document.steps().forEach(step -> facets.add(step(document, step).build()));
        document.entities()
                .forEach(entity -> facets.add(entity(document, entity).build()));
        facets.add(whole(document).build());
        return new Proof(facets);
    }

    private static FacetBuilder about(CaseDocument document) {
        return new FacetBuilder()
                .deep(document.id())
                .verdict(Verdict.ofWireName(document.disposition()))
                .rate("confidence", document.confidence())
                .rate("score", document.score());
    }

    private static FacetBuilder step(CaseDocument document, StepDocument step) {
        var facet = about(document)
                .text(step.technique() + " " + both(step.techniqueName()))
                .text(step.tactic() + " " + both(step.tacticName()))
                .text(both(step.title()))
                .text(both(step.basis()))
                .time(step.firstSeen())
                .time(step.lastSeen())
                .outcome(Outcome.valueOf(step.outcome().toUpperCase(Locale.ROOT)))
                .count(Unit.ALERT, step.alertCount())
                .count(Unit.STEP_NUMBER, step.n());
        step.entities().forEach(key -> facet.text(key.replaceFirst(":", ": ")));
        facet.count(Unit.HOST, of(step, "host"))
                .count(Unit.USER, of(step, "user"))
                .count(Unit.ADDRESS, of(step, "ip"));
        step.alertIds().forEach(facet::deep);
        step.proof().forEach(facet::deep);
        return facet;
    }

    private static long of(StepDocument step, String type) {
        return step.entities().stream()
                .filter(key -> key.startsWith(type + ":"))
                .count();
    }

    private static FacetBuilder entity(CaseDocument document, EntityCount entity) {
        return about(document).text(entity.type() + ": " + entity.value()).count(Unit.ALERT, entity.alerts());
    }

    private static FacetBuilder whole(CaseDocument document) {
        var facet = about(document)
                .text(both(document.title()))
                .text(both(document.summary()))
                .time(document.firstSeen())
                .time(document.lastSeen())
                .outcome(outcome(document))
                .count(Unit.ALERT, document.alertCount())
                .count(Unit.STEP, document.steps().size())
                .count(Unit.CASE, 1)
                .broad(core(document));
        if (document.attack() != null) {
            facet.rate("probability", document.attack());
        }
        document.reasons().forEach(reason -> facet.text(reason.en()).text(reason.zh()));
        document.against().forEach(reason -> facet.text(reason.en()).text(reason.zh()));
        document.wouldChange().forEach(text -> facet.text(both(text)));
        document.gaps().forEach(text -> facet.text(both(text)));
        document.links().forEach(link -> facet.text(both(link.reason())));
        document.runbooks().forEach(facet::deep);
        document.entities().forEach(entity -> facet.text(entity.type() + ": " + entity.value()));
        count(facet, document, Unit.HOST, "host");
        count(facet, document, Unit.USER, "user");
        count(facet, document, Unit.ADDRESS, "ip");
        return facet;
    }

    private static void count(FacetBuilder facet, CaseDocument document, Unit per, String type) {
        if (document.entities().size() < CaseDocument.MAX_ENTITIES) {
            facet.count(
                    per,
                    document.entities().stream()
                            .filter(entity -> entity.type().equals(type))
                            .count());
        }
    }

    /// As far as its furthest step.
    private static Outcome outcome(CaseDocument document) {
        List<String> outcomes =
                document.steps().stream().map(StepDocument::outcome).toList();
        if (outcomes.contains(Outcome.SUCCEEDED.wireName())) {
            return Outcome.SUCCEEDED;
        }
        return outcomes.contains(Outcome.ATTEMPTED.wireName()) ? Outcome.ATTEMPTED : Outcome.UNKNOWN;
    }

    /// What most of the case is about, so that the times of the whole are its times.
    private static Set<String> core(CaseDocument document) {
        Set<String> core = new HashSet<>();
        core.add(document.id());
        String title = both(document.title()).toLowerCase(Locale.ROOT);
        document.entities().stream()
                .filter(entity ->
                        title.contains(entity.value().toLowerCase(Locale.ROOT)) || inMostSteps(document, entity))
                .forEach(entity -> core.add(entity.value().toLowerCase(Locale.ROOT)));
        return core;
    }

    private static boolean inMostSteps(CaseDocument document, EntityCount entity) {
        String key = entity.type() + ":" + entity.value();
        long in = document.steps().stream()
                .filter(step -> step.entities().contains(key))
                .count();
        return in > 0 && 2 * in >= document.steps().size();
    }

    private static String both(Bilingual text) {
        return text.en().equals(text.zh()) ? text.en() : text.en() + "\n" + text.zh();
    }
}
