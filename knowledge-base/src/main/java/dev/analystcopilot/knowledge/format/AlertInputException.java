package dev.analystcopilot.knowledge.format;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// An input cannot be read, or not further: the records before the problem were delivered. The message names the input,
/// the place and the remedy, in words for the person who sent it.
public final class AlertInputException extends RuntimeException {

    /// What is wrong with the input.
    public enum Problem {
        /// There is no such format.
        UNKNOWN_FORMAT,
        /// `auto` found no format that fits.
        UNDETECTED_FORMAT,
        /// The mapping file is missing, or says something that is not understood.
        BAD_MAPPING,
        /// No bytes, or nothing but blank lines.
        EMPTY,
        /// A CSV header without the columns the format needs.
        OTHER_COLUMNS,
        /// The end is missing.
        TRUNCATED,
        /// It is in another encoding, not compressed as it claims, or its records cannot be told apart any more.
        DAMAGED,
        /// It does not exist, or may not be read.
        UNREADABLE
    }

    private final Problem problem;
    private final String input;
    private final long line;

    AlertInputException(Problem problem, String input, long line, String message, @Nullable Throwable cause) {
        super(requireNonNull(message, "message"), cause);
        this.problem = requireNonNull(problem, "problem");
        this.input = requireNonNull(input, "input");
        this.line = line;
    }

    public Problem problem() {
        return problem;
    }

    /// The file, archive entry or stream, as messages call it.
    public String input() {
        return input;
    }

    /// The number of the record at which reading stopped, counted in this input from 1; 0 where no record was reached.
    public long line() {
        return line;
    }
}
