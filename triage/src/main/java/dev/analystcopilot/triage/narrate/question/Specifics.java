package dev.analystcopilot.triage.narrate.question;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// What a question says beside names and times.
///
/// @param ids words that may be the id of an alert, as they were written
/// @param grouping by what to count
/// @param pasted text that the question is about, quoted or after a colon
/// @param pointing whether it says "this" or "it", so that something before it is meant
/// @param ordinal the place in a list that it points to, from 1; 0: none
/// @param places of the cases that are meant by how urgent they are ("the worst case"), the most urgent being 1
/// @param aboutCases whether cases are counted, not alerts
/// @param isAssumed whether only what is named tells what is meant: no word says it
/// @param isUnsure whether words say something, but nothing that was understood
public record Specifics(
        List<String> ids,
        Optional<Grouping> grouping,
        Optional<String> pasted,
        boolean pointing,
        int ordinal,
        List<Integer> places,
        boolean aboutCases,
        boolean isAssumed,
        boolean isUnsure) {
    public static final Specifics NONE =
            new Specifics(List.of(), Optional.empty(), Optional.empty(), false, 0, List.of(), false, false, false);

    public Specifics {
        ids = List.copyOf(ids);
        places = List.copyOf(places);
        requireNonNull(grouping, "grouping");
        requireNonNull(pasted, "pasted");
    }

    /// @param unsure whether words say something, but nothing that was understood
    Specifics assumed(boolean unsure) {
        return new Specifics(ids, grouping, pasted, pointing, ordinal, places, aboutCases, true, unsure);
    }

    /// The same about these alerts.
    public Specifics about(List<String> alerts) {
        return new Specifics(alerts, grouping, pasted, pointing, ordinal, places, aboutCases, isAssumed, isUnsure);
    }

    /// The same about cases by how urgent they are.
    Specifics ranked(List<Integer> ranks) {
        return new Specifics(ids, grouping, pasted, pointing, ordinal, ranks, aboutCases, isAssumed, isUnsure);
    }

    Specifics groupedBy(Optional<Grouping> by) {
        return new Specifics(ids, by, pasted, pointing, ordinal, places, aboutCases, isAssumed, isUnsure);
    }

    /// Text that a question for a technique asks about.
    Specifics pasting(Optional<String> text) {
        return new Specifics(ids, grouping, text, pointing, ordinal, places, aboutCases, isAssumed, isUnsure);
    }
}
