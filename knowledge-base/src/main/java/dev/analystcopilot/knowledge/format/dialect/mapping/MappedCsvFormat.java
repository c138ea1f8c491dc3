package dev.analystcopilot.knowledge.format.dialect.mapping;

import dev.analystcopilot.knowledge.format.dialect.CsvFormat;
import dev.analystcopilot.knowledge.format.dialect.mapping.Mapping.Place;
import dev.analystcopilot.knowledge.format.field.AlertDraft;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// CSV of any product, read by a [Mapping] that says which column is what.
public final class MappedCsvFormat implements CsvFormat {
    public static final String NAME = "csv";

    private final Mapping mapping;
    private final MappedFormat reader;

    public MappedCsvFormat(Mapping mapping) {
        this.mapping = mapping.ofColumns();
        this.reader = new MappedFormat(this.mapping);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Those that the mapping names as the only place of something that every alert needs.
    @Override
    public List<String> columns() {
        return Stream.of("source", "title", "time")
                .map(field -> mapping.fields().getOrDefault(field, List.of()))
                .filter(places -> places.size() == 1)
                .flatMap(List::stream)
                .flatMap(MappedCsvFormat::column)
                .toList();
    }

    @Override
    public char delimiter() {
        return mapping.delimiter();
    }

    @Override
    public AlertDraft read(Map<String, String> row) {
        ObjectNode record = JsonMapper.shared().createObjectNode();
        row.forEach(record::put);
        return reader.read(record);
    }

    private static Stream<String> column(Place place) {
        return switch (place) {
            case Place.Pointer(var pointer) -> Stream.ofNullable(pointer.getMatchingProperty());
            case Place.Constant ignored -> Stream.empty();
        };
    }
}
