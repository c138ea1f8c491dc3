package dev.analystcopilot.triage.investigate;

import java.util.List;

/// An alert as its source told it.
///
/// @param caseId of the run's case that it is in; empty for none
/// @param title what the source calls it
/// @param text its longest statements: description, message
/// @param times as they stand in the record
/// @param things in the order of the record
record EvidenceAlert(String id, String caseId, String title, String text, List<String> times, List<Thing> things) {
    EvidenceAlert {
        times = List.copyOf(times);
        things = List.copyOf(things);
    }
}
