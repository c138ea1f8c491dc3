package dev.analystcopilot.triage.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;

/// A kind of file whose records are rows of values. Labels, where a file has any, are never read.
public enum TableFormat {
    /// The 41 features of NSL-KDD, comma-separated, no header; what follows them is not read.
    KDD(","),
    /// A log of Zeek, tab-separated, with its `#fields` and `#types`.
    ZEEK("\t");

    private static final int KDD_FEATURES = 41;
    private static final Set<Integer> KDD_WORDS = Set.of(1, 2, 3, 6, 11, 20, 21);
    private static final Set<String> LABELS = Set.of("label", "detailedlabel", "detailed-label");

    private final String separator;

    TableFormat(String separator) {
        this.separator = separator;
    }

    /// @throws IllegalArgumentException if there is no such format
    public static TableFormat ofName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /// The spelling on the command line.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a file record by record; `.gz` is read as it is.
    ///
    /// @param consumer takes the number of the record, from 1, and its values
    /// @return the columns a model may read
    /// @throws TableException if a record has too few values, or a log does not name its fields
    public List<Column> read(Path file, BiConsumer<Integer, String[]> consumer) {
        var columns = new ArrayList<Column>(this == KDD ? kddColumns() : List.of());
        List<String> fields = List.of();
        int record = 0;
        try (BufferedReader lines = open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                if (this == ZEEK && line.startsWith("#")) {
                    if (line.startsWith("#fields")) {
                        fields = List.of(line.split(separator));
                    } else if (line.startsWith("#types")) {
                        columns.clear();
                        columns.addAll(zeekColumns(fields, line.split(separator)));
                    }
                    continue;
                }
                record++;
                String[] values = line.split(separator, -1);
                if (columns.isEmpty()) {
                    throw new TableException("%s: no #fields and #types before the first record".formatted(file));
                }
                if (values.length <= columns.getLast().at()) {
                    throw new TableException("%s, record %d: %d values, %d needed"
                            .formatted(
                                    file,
                                    record,
                                    values.length,
                                    columns.getLast().at() + 1));
                }
                consumer.accept(record, values);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return List.copyOf(columns);
    }

    private static BufferedReader open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
    }

    private static List<Column> kddColumns() {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < KDD_FEATURES; i++) {
            columns.add(new Column("f" + (i + 1), i, KDD_WORDS.contains(i) ? Column.Kind.WORD : Column.Kind.NUMBER));
        }
        return columns;
    }

    /// `#fields` and `#types` both start with their own name, so a field's place in a record is one less.
    private static List<Column> zeekColumns(List<String> fields, String[] types) {
        var columns = new ArrayList<Column>();
        for (int i = 1; i < Math.min(fields.size(), types.length); i++) {
            if (LABELS.contains(fields.get(i))) {
                continue;
            }
            switch (types[i]) {
                case "time" -> {} // when is no property of a connection
                case "count", "int", "double", "interval" ->
                    columns.add(new Column(fields.get(i), i - 1, Column.Kind.NUMBER));
                case "addr", "port", "subnet" -> columns.add(new Column(fields.get(i), i - 1, Column.Kind.NAME));
                default -> columns.add(new Column(fields.get(i), i - 1, Column.Kind.WORD));
            }
        }
        return columns;
    }
}
