package dev.analystcopilot.triage.context;

import dev.analystcopilot.triage.correlate.CaseDraft;
import java.util.Collections;
import java.util.List;

/// Finds what is known about cases, for all cases of a run at once.
@FunctionalInterface
public interface ContextSource {

    /// Knows nothing: the alerts alone decide.
    ContextSource NONE = drafts -> Collections.nCopies(drafts.size(), CaseContext.none());

    /// @return one for each draft, in their order
    List<CaseContext> of(List<CaseDraft> drafts);
}
