package dev.analystcopilot.eval;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/// A result with where it comes from.
///
/// @param command that measures it again
/// @param machine in words, such as "2 cores, 15 GiB"
/// @param seconds that the suite took
public record Measured(
        String suite, String command, LocalDate date, String machine, double seconds, SuiteResult result) {
    public Measured {
        requireNonNull(date, "date");
        requireNonNull(result, "result");
    }
}
