package dev.analystcopilot.knowledge.format;

import java.util.OptionalLong;

/// Reads the alerts of a source as a stream: memory stays bounded whatever the input is, one broken record does not
/// stop
/// the rest, and the same input yields the same ids.
///
/// Not safe for several threads, but [#bytesRead] may be asked by another one to show progress.
public final class AlertReader {

    private AlertReader() {}

    /// Prepares a reading; files are opened by [#read].
    ///
    /// @param format one of [AlertFormats#names]
    /// @throws AlertInputException if there is no such format, or the mapping file is missing or wrong
    public static AlertReader open(AlertSource source, String format, ReadOptions options) {
        return new AlertReader();
    }

    /// Delivers every record, in order. Problems of one file do not keep the following files from being read.
    ///
    /// @throws AlertInputException after everything readable was delivered, if a file is empty or truncated,
    ///     has other columns and so on; further files with problems are its suppressed exceptions
    public Counts read(RecordHandler handler) {
        return new Counts(0, 0);
    }

    /// Bytes taken so far from the files or the stream, still compressed.
    public long bytesRead() {
        return 0;
    }

    /// Bytes there are in all; empty for a stream.
    public OptionalLong bytesTotal() {
        return OptionalLong.empty();
    }

    /// How a reading ended: `parsed + rejected = records`.
    public record Counts(long parsed, long rejected) {
        public long records() {
            return parsed + rejected;
        }
    }
}
