package dev.analystcopilot.api.chat;

import dev.analystcopilot.api.grounding.OpinionLine;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.Findings;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.Attention;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Puts a model's own opinion of a case beside the computed disposition. Where they differ, the case asks for a human
/// look; nothing else changes. May block.
@Component
class Opinions {
    private final Database database;
    private final Clock clock;

    Opinions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Empty where the model has none, or of a case that is not there for the asker.
    Optional<ChatEvent> of(Inquiry inquiry, Findings findings, Transcript transcript) {
        if (!inquiry.caller().seesAlerts()) {
            return Optional.empty();
        }
        return transcript
                .opinion()
                .flatMap(line -> about(line, findings)
                        .flatMap(id -> database.cases().find(inquiry.scope(), id))
                        .map(found -> opinion(inquiry, line, found)));
    }

    /// The case that it names, else the only one that the answer is about.
    private static Optional<String> about(OpinionLine line, Findings findings) {
        List<String> told = findings.events().stream()
                .filter(ChatEvent.Disposition.class::isInstance)
                .map(event -> ((ChatEvent.Disposition) event).caseId())
                .toList();
        return line.caseId().or(() -> told.size() == 1 ? Optional.of(told.getFirst()) : Optional.empty());
    }

    private ChatEvent opinion(Inquiry inquiry, OpinionLine line, CaseRow found) {
        boolean agrees = found.disposition() == Verdict.ofWireName(line.verdict());
        if (!agrees) {
            var _ = database.attention()
                    .add(
                            inquiry.scope(),
                            new Attention(
                                    Attention.Subject.CASE,
                                    found.id(),
                                    Attention.Reason.MODEL_DISAGREES,
                                    detail(inquiry, line, found),
                                    clock.instant()));
        }
        return new ChatEvent.Opinion(found.id(), line.verdict(), line.because(), agrees);
    }

    private static String detail(Inquiry inquiry, OpinionLine line, CaseRow found) {
        String computed = found.disposition().wireName();
        return inquiry.pick(
                "A language model reads it as %s, computed is %s".formatted(line.verdict(), computed),
                "语言模型的看法是 %s，系统计算的结论是 %s".formatted(line.verdict(), computed));
    }
}
