package dev.analystcopilot.triage.narrate.fact;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.AlertFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is known of an address, an account, a host, a file.
///
/// @param name as it was asked for, or as alerts spell it
/// @param keys under which alerts know it; empty where none does
/// @param alerts how many name it
/// @param exact whether all were counted; else there are at least so many
/// @param said what they say, the most frequent first, each with its newest alert
/// @param beside what occurs in the same alerts, as keys, the most frequent first
/// @param days how many alerts on each day that has any, in order
/// @param cases those that it occurs in, the most urgent first
/// @param known what inventory, indicators and the calendar say
/// @param onList whether an indicator list has it
/// @param near names like it that do occur, where it does not
public record EntityFacts(
        String name,
        List<String> keys,
        long alerts,
        boolean exact,
        Optional<Instant> first,
        Optional<Instant> last,
        List<Said> said,
        List<Tally> beside,
        List<Day> days,
        List<CaseDocument> cases,
        List<Known> known,
        boolean inInventory,
        boolean onList,
        List<String> near)
        implements Topic {
    public EntityFacts {
        requireNonNull(name, "name");
        keys = List.copyOf(keys);
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        said = List.copyOf(said);
        beside = List.copyOf(beside);
        days = List.copyOf(days);
        cases = List.copyOf(cases);
        known = List.copyOf(known);
        near = List.copyOf(near);
    }

    /// @param newest the last of the alerts of one title
    public record Said(AlertFact newest, long alerts) {}

    public record Day(LocalDate day, long alerts) {}

    /// @param source such as `inventory`
    public record Known(String source, Bilingual text) {}
}
