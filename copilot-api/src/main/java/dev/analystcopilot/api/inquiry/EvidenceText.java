package dev.analystcopilot.api.inquiry;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.ReasonDocument;
import dev.analystcopilot.triage.document.StepDocument;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Alerts and cases as plain lines of data, for prompts and evidence.
public final class EvidenceText {
    private static final int MESSAGE_SHOWN = 300;
    private static final int ENTITIES_SHOWN = 8;

    private EvidenceText() {}

    /// One value a line: words of ours between two values would read as somebody's words about them.
    public static String of(Alert alert) {
        String message = alert.message().length() > MESSAGE_SHOWN
                ? alert.message().substring(0, MESSAGE_SHOWN) + "…"
                : alert.message();
        return """
                time: %s
                title: %s
                source: %s
                rule: %s
                severity: %s
                outcome: %s
                entities: %s
                techniques: %s
                message: %s""".formatted(
                alert.time(),
                alert.title(),
                alert.source(),
                alert.rule(),
                alert.severity().name().toLowerCase(Locale.ROOT),
                alert.outcome().wireName(),
                alert.entities().stream().limit(ENTITIES_SHOWN).map(Entity::key).collect(Collectors.joining(", ")),
                String.join(", ", alert.techniques()),
                message);
    }

    public static String label(Alert alert) {
        return alert.time() + " " + alert.title();
    }

    public static String of(CaseDocument document, Language language) {
        return """
                title: %s
                verdict: %s, confidence %.2f, score %.2f
                from %s to %s, %d alerts
                summary: %s
                steps in order of time:
                %s
                speaks for the verdict: %s
                speaks against it: %s
                not known: %s""".formatted(
                in(language, document.title()),
                document.disposition(),
                document.confidence(),
                document.score(),
                document.firstSeen(),
                document.lastSeen(),
                document.alertCount(),
                in(language, document.summary()),
                document.steps().stream().map(step -> of(step, language)).collect(Collectors.joining("\n")),
                reasons(document.reasons(), language),
                reasons(document.against(), language),
                document.gaps().stream().map(gap -> in(language, gap)).collect(Collectors.joining("; ")));
    }

    /// With what it rests on, so that a model need not guess.
    private static String outcome(StepDocument step, Language language) {
        String basis = in(language, step.basis());
        return basis.isBlank() ? step.outcome() : step.outcome() + " (" + basis + ")";
    }

    private static String of(StepDocument step, Language language) {
        return "%d. %s to %s, %s, %s %s, %s, %d alerts on %s: %s"
                .formatted(
                        step.n(),
                        step.firstSeen(),
                        step.lastSeen(),
                        in(language, step.tacticName()),
                        step.technique(),
                        in(language, step.techniqueName()),
                        outcome(step, language),
                        step.alertCount(),
                        String.join(
                                " ",
                                step.entities().stream().limit(ENTITIES_SHOWN).toList()),
                        in(language, step.title()));
    }

    private static String reasons(List<ReasonDocument> reasons, Language language) {
        return reasons.stream()
                .map(reason -> language == Language.ZH ? reason.zh() : reason.en())
                .collect(Collectors.joining("; "));
    }

    public static String in(Language language, Bilingual text) {
        return switch (language) {
            case EN -> text.en();
            case ZH -> text.zh();
        };
    }
}
