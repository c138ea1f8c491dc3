package dev.analystcopilot.api.tool.desk;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.inquiry.EvidenceText;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.inquiry.SideEvents;
import dev.analystcopilot.api.llm.LlmTool.Answer;
import dev.analystcopilot.api.prompt.Prompts;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.util.List;

/// What the tools of one answer work with.
///
/// @param book takes what is found, numbered
/// @param side takes what is to be shown beside the words
public record Desk(Inquiry inquiry, EvidenceBook book, SideEvents side, Prompts prompts) {
    public Desk {
        requireNonNull(inquiry, "inquiry");
        requireNonNull(book, "book");
        requireNonNull(side, "side");
        requireNonNull(prompts, "prompts");
    }

    /// Nothing is looked up beyond what the asker may see.
    public Scope scope() {
        return inquiry.scope();
    }

    public EvidenceItem offer(Alert alert) {
        return book.add(Kind.ALERT, alert.id(), EvidenceText.label(alert), EvidenceText.of(alert));
    }

    /// Something that code counted or put together just now.
    ///
    /// @param id tells what was asked, in one line: the same question is the same evidence
    /// @param text holds every number and every time that may be said of it
    public EvidenceItem result(String id, String label, String text) {
        return book.add(Kind.RESULT, id, label, text);
    }

    /// @param english one line for people
    public Answer answer(List<EvidenceItem> items, String english, String chinese) {
        return new Answer(prompts.evidence(items), inquiry.pick(english, chinese));
    }
}
