package dev.analystcopilot.api.view;

import dev.analystcopilot.api.guard.OutputFilter;
import dev.analystcopilot.knowledge.postgres.Attention;
import java.time.Instant;
import java.util.List;

/// Why a human should look at something.
///
/// @param reason `planted_instruction` or `model_disagrees`
/// @param subject `alert`, `case`, `passage` or `report`
/// @param id of the subject
/// @param detail may quote hostile text; inert
record AttentionView(String reason, String subject, String id, String detail, Instant at) {
    static AttentionView of(Attention kept) {
        return new AttentionView(
                kept.reason().wireName(),
                kept.subject().wireName(),
                kept.subjectId(),
                OutputFilter.inert(kept.detail()),
                kept.at());
    }

    static List<AttentionView> of(List<Attention> kept) {
        return kept.stream().map(AttentionView::of).toList();
    }
}
