package dev.analystcopilot.triage.hunt;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.hunt.HuntQuery;
import dev.analystcopilot.knowledge.text.Bilingual;

/// A question as a hunt.
///
/// @param understood the same in words, so that whoever asked sees what was made of it
public record HuntReading(HuntQuery query, Bilingual understood) {
    public HuntReading {
        requireNonNull(query, "query");
        requireNonNull(understood, "understood");
    }
}
