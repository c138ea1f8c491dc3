package dev.analystcopilot.triage.job;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.format.AlertRecord;
import dev.analystcopilot.knowledge.planted.Place;
import dev.analystcopilot.knowledge.planted.Planted;
import dev.analystcopilot.knowledge.planted.PlantedInstructions;
import dev.analystcopilot.knowledge.postgres.Attention;
import dev.analystcopilot.knowledge.postgres.Attention.Reason;
import dev.analystcopilot.knowledge.postgres.Attention.Subject;
import dev.analystcopilot.knowledge.postgres.AttentionStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks for instructions planted in the text of each alert that is taken in, or spread over it and those before it
/// about the same entity, and keeps what it finds as attention: no disposition, score or case knows of it. Stands
/// between an intake and whoever else listens to it; close it when the intake is over.
public final class Screening implements IntakeListener, AutoCloseable {
    private static final int BATCH = 200;

    private final AttentionStore store;
    private final Scope scope;
    private final IntakeListener next;
    private final Clock clock;
    private final List<Attention> batch = new ArrayList<>(BATCH);
    private final Neighbours neighbours = new Neighbours(PlantedInstructions.shared());
    private final Map<String, Attention> flagged = new LinkedHashMap<>();

    public Screening(AttentionStore store, Scope scope, IntakeListener next, Clock clock) {
        this.store = requireNonNull(store, "store");
        this.scope = requireNonNull(scope, "scope");
        this.next = requireNonNull(next, "next");
        this.clock = requireNonNull(clock, "clock");
    }

    /// What is planted in an alert's text, the surest first: in its title, message, entities and details, and in the
    /// values of the record as it came.
    public static List<Planted> in(Alert alert) {
        List<String> fields = new ArrayList<>();
        fields.add(alert.title());
        fields.add(alert.message());
        alert.entities().stream().map(Entity::value).forEach(fields::add);
        fields.addAll(alert.details().values());
        fields.addAll(PlantedInstructions.values(alert.raw()));
        return PlantedInstructions.shared().in(Place.ALERT, fields);
    }

    /// The same as something to keep; empty if nothing is planted.
    public static Optional<Attention> attentionTo(Alert alert, Clock clock) {
        return in(alert).stream().findFirst().map(planted -> attention(alert, planted, clock));
    }

    private static Attention attention(Alert alert, Planted planted, Clock clock) {
        return new Attention(Subject.ALERT, alert.id(), Reason.PLANTED_INSTRUCTION, detail(planted), clock.instant());
    }

    /// What a finding says to people.
    public static String detail(Planted planted) {
        return planted.kind().wireName() + ": " + planted.excerpt();
    }

    @Override
    public void stored(long line, Alert alert) {
        attentionTo(alert, clock)
                .or(() -> neighbours.with(alert).map(planted -> attention(alert, planted, clock)))
                .ifPresent(this::add);
        next.stored(line, alert);
    }

    private void add(Attention attention) {
        flagged.put(attention.subjectId(), attention);
        batch.add(attention);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        var _ = store.addAll(scope, batch);
        batch.clear();
    }

    @Override
    public void rejected(AlertRecord.Rejected record) {
        next.rejected(record);
    }

    /// What was found so far, by the alert's id, in the order of the input.
    public Map<String, Attention> flagged() {
        return Map.copyOf(flagged);
    }

    /// Writes what is not written yet; the listener behind stays open.
    @Override
    public void close() {
        flush();
    }
}
