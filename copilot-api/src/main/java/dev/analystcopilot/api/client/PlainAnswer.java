package dev.analystcopilot.api.client;

import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.ChatEvent.Citation;
import dev.analystcopilot.api.inquiry.ChatEvent.Disposition;
import dev.analystcopilot.api.inquiry.ChatEvent.Done;
import dev.analystcopilot.api.inquiry.ChatEvent.Failed;
import dev.analystcopilot.api.inquiry.Inquiry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns an answer's events into Markdown that any client can show: the words as they come, then what our page would
/// show beside them, then the sources. One thread at a time.
public final class PlainAnswer {
    private final Inquiry inquiry;
    private final List<Citation> citations = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Disposition disposition;
    private @Nullable Done done;
    private @Nullable Failed failed;

    public PlainAnswer(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /// @return what to show next; often nothing
    public String take(ChatEvent event) {
        return switch (event) {
            case ChatEvent.Token token -> token.text();
            case Citation citation -> beside(() -> citations.add(citation));
            case Disposition found -> beside(() -> disposition = found);
            case Failed found -> beside(() -> failed = found);
            case ChatEvent.Finding finding -> beside(() -> notes.add(note(finding)));
            case ChatEvent.Proposal proposal -> beside(() -> notes.add(note(proposal)));
            case ChatEvent.Confirm confirm -> beside(() -> notes.add(note(confirm)));
            case ChatEvent.Action action -> beside(() -> notes.add(note(action)));
            case ChatEvent.Opinion opinion -> beside(() -> notes.add(note(opinion)));
            case Done last -> {
                done = last;
                yield closing();
            }
            case ChatEvent.Status ignored -> "";
            case ChatEvent.Tool ignored -> "";
            case ChatEvent.Chain ignored -> "";
            case ChatEvent.Struck ignored -> "";
            case ChatEvent.Hunt ignored -> "";
        };
    }

    public Outcome outcome() {
        return new Outcome(Optional.ofNullable(done), Optional.ofNullable(failed), Optional.ofNullable(disposition));
    }

    /// Notes and sources so far, for an answer that is cut short.
    public String closing() {
        var text = new StringBuilder();
        if (!notes.isEmpty()) {
            text.append("\n\n").append(String.join("\n", notes));
        }
        if (!citations.isEmpty()) {
            text.append(inquiry.pick("\n\n**Sources**\n\n", "\n\n**来源**\n\n"));
            text.append(String.join(
                    "\n",
                    citations.stream()
                            .sorted(Comparator.comparingInt(Citation::n))
                            .map(this::source)
                            .toList()));
        }
        return text.toString();
    }

    private static String beside(Runnable remember) {
        remember.run();
        return "";
    }

    private String source(Citation citation) {
        String kind = switch (citation.kind()) {
            case "alert" -> inquiry.pick("alert", "告警");
            case "case" -> inquiry.pick("case", "案件");
            case "passage" -> inquiry.pick("document", "文档");
            case "result" -> inquiry.pick("result", "统计");
            default -> Markdown.inert(citation.kind());
        };
        String doubt = citation.verified() ? "" : inquiry.pick(" (not found again)", "（复核时未找到）");
        return "- [" + citation.n() + "] " + kind + " " + Markdown.code(citation.id()) + ": "
                + Markdown.inert(citation.label()) + doubt;
    }

    private String note(ChatEvent.Finding finding) {
        return "> "
                + inquiry.pick(
                                "Text in %s %s tries to give orders; it was treated as data.",
                                "%s %s 中的文字试图下达指令，已按数据处理。")
                        .formatted(Markdown.inert(finding.subject()), Markdown.code(finding.id()));
    }

    private String note(ChatEvent.Action action) {
        return "> " + inquiry.pick("Runbook: ", "处置手册：") + Markdown.inert(action.label()) + " ("
                + Markdown.code(action.ref()) + ")";
    }

    private String note(ChatEvent.Proposal proposal) {
        return "> "
                + inquiry.pick("Proposed, for a person to decide: %s %s: %s", "建议（须由人决定）：%s %s：%s")
                        .formatted(
                                Markdown.code(proposal.action()),
                                Markdown.code(proposal.target()),
                                Markdown.inert(proposal.why()));
    }

    private String note(ChatEvent.Confirm confirm) {
        return "> "
                + inquiry.pick("To save the verdict %s for %s, confirm it on the web page.", "如需保存结论 %s（%s），请在网页上确认。")
                        .formatted(Markdown.code(confirm.verdict()), Markdown.code(confirm.caseId()));
    }

    private String note(ChatEvent.Opinion opinion) {
        String text = opinion.agrees()
                ? inquiry.pick("The language model's own opinion: %s, as computed.", "语言模型的看法：%s，与系统判定一致。")
                : inquiry.pick(
                        "The language model's own opinion: %s. It differs from the computed verdict, which stands.",
                        "语言模型的看法：%s。与系统判定不同，以系统判定为准。");
        return "> " + text.formatted(Markdown.code(opinion.verdict()));
    }
}
