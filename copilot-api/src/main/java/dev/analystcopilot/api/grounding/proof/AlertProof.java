package dev.analystcopilot.api.grounding.proof;

import dev.analystcopilot.api.grounding.atom.Atom.Unit;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What an alert holds: one statement.
public final class AlertProof {
    private static final int RAW_READ = 16_000;

    private AlertProof() {}

    /// @param verdict that triage gave it; empty before the first triage
    /// @param caseId that it belongs to
    public static Proof of(Alert alert, Optional<Verdict> verdict, Optional<String> caseId, TechniqueCatalog catalog) {
        var facet = new FacetBuilder()
                .text(alert.title())
                .text(alert.message())
                .text("source " + alert.source() + ", rule " + alert.rule())
                .time(alert.time())
                .count(Unit.ALERT, 1)
                .count(Unit.HOST, count(alert, "host"))
                .count(Unit.USER, count(alert, "user"))
                .count(Unit.ADDRESS, count(alert, "ip"))
                .outcome(alert.outcome())
                .severity(alert.severity())
                .verdict(verdict.orElse(null))
                .deep(alert.id())
                .deep(caseId.orElse(""))
                .deep(alert.raw().length() > RAW_READ ? alert.raw().substring(0, RAW_READ) : alert.raw());
        end(alert, "src").forEach(facet::source);
        end(alert, "dst").forEach(facet::target);
        alert.entities().forEach(entity -> facet.text(entity.type() + ": " + entity.value()));
        alert.details()
                .forEach((key, value) -> facet.text(key.toLowerCase(Locale.ROOT).replace('.', ' ') + ": " + value));
        alert.techniques()
                .forEach(id -> facet.text(id + " "
                        + catalog.technique(id)
                                .map(found ->
                                        found.name().en() + " " + found.name().zh())
                                .orElse("")));
        return new Proof(List.of(facet.build()));
    }

    private static List<String> end(Alert alert, String side) {
        return Stream.of(".ip", ".host", ".domain")
                .map(key -> alert.details().getOrDefault(side + key, ""))
                .filter(value -> !value.isBlank())
                .toList();
    }

    private static long count(Alert alert, String type) {
        return alert.entities().stream().map(Entity::type).filter(type::equals).count();
    }
}
