package dev.analystcopilot.triage.narrate.fact;

import static java.util.Objects.requireNonNull;

/// How many alerts have a value.
public record Tally(String value, long alerts) {
    public Tally {
        requireNonNull(value, "value");
        if (alerts < 0) {
            throw new IllegalArgumentException("nothing occurs less than never: " + alerts);
        }
    }
}
