package dev.analystcopilot.api.tool.alert;

import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.similar.Similar;
import dev.analystcopilot.knowledge.similar.SimilarAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What was seen before, as evidence: how often and what people judged, then the newest alert of each kind.
final class SimilarEvidence {
    private SimilarEvidence() {}

    /// @param asked what it is like, in one line
    static List<EvidenceItem> of(Similar found, String asked, AlertStore alerts, Desk desk) {
        List<EvidenceItem> items = new ArrayList<>();
        String kinds = found.alerts().stream().map(SimilarEvidence::line).collect(Collectors.joining("\n"));
        items.add(desk.result(
                "similar: " + asked,
                desk.inquiry().pick("Seen before: ", "以前见过：") + asked,
                "like: " + asked + "\nkinds of alerts found: " + found.alerts().size() + "\n" + kinds));
        alerts.find(
                        desk.scope(),
                        found.alerts().stream()
                                .map(similar -> similar.newest().alert().id())
                                .toList())
                .forEach(alert -> items.add(desk.offer(alert)));
        return items;
    }

    private static String line(SimilarAlert found) {
        return "newest %s \"%s\": seen %s%d times, first %s, last %s, likeness %s%s; judged: %s"
                .formatted(
                        found.newest().alert().id(),
                        found.newest().alert().title(),
                        found.found().countedAll() ? "" : "more than ",
                        found.alerts(),
                        found.found().firstSeen(),
                        found.lastSeen(),
                        String.format(Locale.ROOT, "%.2f", found.cosine()),
                        found.sameRule() ? ", same rule" : "",
                        found.judged().map(SimilarEvidence::said).orElse("not yet"));
    }

    private static String said(HumanVerdict verdict) {
        return "%s by %s at %s: %s"
                .formatted(verdict.verdict().wireName(), verdict.by(), verdict.at(), verdict.reason());
    }
}
