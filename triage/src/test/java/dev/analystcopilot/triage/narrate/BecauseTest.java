package dev.analystcopilot.triage.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.Alerts;
import dev.analystcopilot.triage.TriageEngine;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocuments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An answer says why one step follows from another, and why a step counts as done.
class BecauseTest {
    private static final CaseDocument INTRUSION = intrusion();

    @Test
    void whyAStepCountsAsDone() {
        assertThat(told("What happened on web-3, and did it succeed?"))
                .contains("Why it counts as done: What followed on the same machine needs it to have worked");
    }

    @Test
    void whyAStepFollows() {
        assertThat(told("What happened on web-3?")).contains("It follows step 1. Both on host web-3");
    }

    @Test
    void inChineseToo() {
        assertThat(told("web-3 上发生了什么？")).contains("承接第 1 步。", "认定生效的依据：");
    }

    /// The alert that proves a step is another step's; it is read and cited.
    @Test
    void theProofIsCited() {
        assertThat(Told.citations(Told.answer("Did it succeed on web-3?", Optional.empty(), List.of(INTRUSION)))
                        .toString())
                .contains("Successful sudo to ROOT executed.");
    }

    private static String told(String question) {
        return Told.markdown(Told.answer(question, Optional.empty(), List.of(INTRUSION)));
    }

    private static CaseDocument intrusion() {
        var engine = new TriageEngine(TechniqueCatalog.load());
        Alerts.daysWithAnIntrusion().forEach(engine);
        return CaseDocuments.of(engine.outcome().cases().getFirst());
    }
}
