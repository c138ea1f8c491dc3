package dev.analystcopilot.knowledge.format;

import dev.analystcopilot.knowledge.format.dialect.AlertFormat;
import dev.analystcopilot.knowledge.format.input.CountingInputStream;
import dev.analystcopilot.knowledge.format.input.Layers;
import dev.analystcopilot.knowledge.format.split.LostStructureException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/// Reads the alerts of a source as a stream: memory stays bounded whatever the input is, one broken record does not
/// stop
/// the rest, and the same input yields the same ids.
///
/// Not safe for several threads, but [#bytesRead] may be asked by another one to show progress.
public final class AlertReader {
    private final AlertSource source;
    private final Optional<AlertFormat> format;
    private final AtomicLong bytes = new AtomicLong();
    private final List<AlertInputException> problems = new ArrayList<>();
    private Counts counts = new Counts(0, 0);

    private AlertReader(AlertSource source, Optional<AlertFormat> format) {
        this.source = source;
        this.format = format;
    }

    /// Prepares a reading; files are opened by [#read].
    ///
    /// @param format one of [AlertFormats#names]
    /// @throws AlertInputException if there is no such format, or the mapping file is missing or wrong
    public static AlertReader open(AlertSource source, String format, ReadOptions options) {
        return new AlertReader(source, AlertFormats.named(format, options));
    }

    /// Delivers every record, in order. Problems of one file do not keep the following files from being read.
    /// To be called once.
    ///
    /// @throws AlertInputException after everything readable was delivered, if a file is empty or truncated,
    ///     has other columns and so on; further files with problems are its suppressed exceptions
    public Counts read(RecordHandler handler) {
        switch (source) {
            case AlertSource.Files(List<Path> paths) -> paths.forEach(path -> readFile(path, handler));
            case AlertSource.Stream(String name, InputStream body) -> readLayers(name, body, handler);
        }
        if (!problems.isEmpty()) {
            AlertInputException first = problems.removeFirst();
            problems.forEach(first::addSuppressed);
            throw first;
        }
        return counts;
    }

    /// How many records were delivered so far.
    public Counts counts() {
        return counts;
    }

    /// Bytes taken so far from the files or the stream, still compressed.
    public long bytesRead() {
        return bytes.get();
    }

    /// Bytes there are in all; empty for a stream, and where a file's size is not known.
    public OptionalLong bytesTotal() {
        return switch (source) {
            case AlertSource.Files(List<Path> paths) -> size(paths);
            case AlertSource.Stream ignored -> OptionalLong.empty();
        };
    }

    private static OptionalLong size(List<Path> paths) {
        long size = 0;
        for (Path path : paths) {
            if (!Files.isRegularFile(path)) {
                return OptionalLong.empty();
            }
            size += path.toFile().length();
        }
        return OptionalLong.of(size);
    }

    private void readFile(Path path, RecordHandler handler) {
        if (Files.isDirectory(path)) {
            problems.add(Problems.folder(path.toString()));
            return;
        }
        try (InputStream in = Files.newInputStream(path)) {
            readLayers(path.toString(), in, handler);
        } catch (IOException e) {
            problems.add(Problems.of(path.toString(), 0, e));
        }
    }

    private void readLayers(String name, InputStream in, RecordHandler handler) {
        long before = counts.records();
        try {
            boolean[] any = {false};
            Layers.visit(name, new CountingInputStream(in, bytes), (layer, plain) -> {
                any[0] = true;
                readPlain(layer, plain, handler);
            });
            if (!any[0]) {
                problems.add(Problems.empty(name));
            }
        } catch (IOException e) {
            problems.add(Problems.of(name, counts.records() - before, e));
        }
    }

    /// Reads one plain input. What is wrong with its content is noted, so that the next one gets read; what is wrong
    /// with
    /// the stream it comes from is for the caller, since the next one comes from there too.
    private void readPlain(String name, InputStream plain, RecordHandler handler) throws IOException {
        Counts before = counts;
        var reading = new InputReading(name, plain, before.records(), record -> {
            counts = counts.plus(record);
            handler.accept(record);
        });
        try {
            reading.read(format);
        } catch (AlertInputException e) {
            problems.add(e);
        } catch (LostStructureException e) {
            problems.add(Problems.of(name, counts.records() - before.records(), e));
        }
    }

    /// How a reading ended: `parsed + rejected = records`.
    public record Counts(long parsed, long rejected) {
        public long records() {
            return parsed + rejected;
        }

        Counts plus(AlertRecord record) {
            return switch (record) {
                case AlertRecord.Parsed ignored -> new Counts(parsed + 1, rejected);
                case AlertRecord.Rejected ignored -> new Counts(parsed, rejected + 1);
            };
        }
    }
}
