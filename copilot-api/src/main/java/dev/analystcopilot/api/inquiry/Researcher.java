package dev.analystcopilot.api.inquiry;

import dev.analystcopilot.api.security.Caller;

/// Finds what a question needs, for one kind of asker. May block.
public interface Researcher {

    boolean serves(Caller caller);

    Findings research(Inquiry inquiry);
}
