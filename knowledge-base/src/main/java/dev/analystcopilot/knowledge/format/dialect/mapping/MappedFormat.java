package dev.analystcopilot.knowledge.format.dialect.mapping;

import static dev.analystcopilot.knowledge.format.field.Json.each;
import static dev.analystcopilot.knowledge.format.field.Json.text;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.format.dialect.JsonFormat;
import dev.analystcopilot.knowledge.format.field.AlertDraft;
import dev.analystcopilot.knowledge.format.field.Severities;
import dev.analystcopilot.knowledge.format.field.Times;
import dev.analystcopilot.knowledge.format.field.UnreadableRecordException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// JSON of any product, read by a [Mapping] that says where things stand.
public final class MappedFormat implements JsonFormat {
    public static final String NAME = "json";

    private final Mapping mapping;

    public MappedFormat(Mapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Never: only a person knows which mapping fits.
    @Override
    public boolean recognises(JsonNode record) {
        return false;
    }

    @Override
    public AlertDraft read(JsonNode record) {
        var draft = new AlertDraft()
                .id(field("id", record))
                .source(field("source", record))
                .rule(field("rule", record))
                .title(field("title", record))
                .message(field("message", record))
                .time(time(field("time", record)))
                .severity(severity(field("severity", record)));
        mapped(mapping.statuses(), field("status", record)).ifPresent(draft::status);
        mapped(mapping.outcomes(), field("outcome", record)).ifPresent(draft::outcome);
        mapping.values("techniques", record).forEach(node -> each(node).forEach(t -> draft.techniquesIn(text(t))));
        mapping.entities()
                .forEach((type, places) -> places.stream()
                        .flatMap(place -> each(place.in(record)))
                        .forEach(node -> draft.entities().of(type, text(node))));
        mapping.details()
                .forEach((name, places) -> places.stream()
                        .flatMap(place -> each(place.in(record)))
                        .forEach(node -> draft.detail(name, text(node))));
        mapping.processes().stream()
                .flatMap(place -> each(place.in(record)))
                .forEach(node -> draft.process(text(node)));
        return draft;
    }

    private String field(String name, JsonNode record) {
        return mapping.values(name, record)
                .map(node -> text(node))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Instant time(String text) {
        if (text.isEmpty()) {
            throw new UnreadableRecordException("it has no time where the mapping looks for one");
        }
        for (DateTimeFormatter layout : mapping.timeFormats()) {
            Optional<Instant> time = Times.read(text, layout, mapping.zone());
            if (time.isPresent()) {
                return time.get();
            }
        }
        return Times.read(text, mapping.zone());
    }

    private Severity severity(String word) {
        return mapped(mapping.severities(), word).orElseGet(() -> Severities.ofName(word));
    }

    private static <T> Optional<T> mapped(java.util.Map<String, T> words, String word) {
        return Optional.ofNullable(words.get(Mapping.folded(word)));
    }
}
