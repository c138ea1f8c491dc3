package dev.analystcopilot.knowledge.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Alert;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every alert format promises. A subclass gives records of its format.
abstract class AlertFormatContract {
    private static final String LABEL = "the-secret-answer";

    /// A whole input of at least three different alerts, without ids of the source's own.
    abstract List<String> records();

    /// The same record with its label fields set to a text.
    abstract String labelled(String record, String label);

    /// An input of some records.
    abstract String input(List<String> records);

    /// A record that cannot be read, but does not hide the next one.
    abstract String broken();

    /// Reads an input as the format.
    abstract Reading read(String input);

    @Test
    void everyRecordBecomesAnAlert() {
        assertThat(read(input(records())).alerts()).hasSameSizeAs(records());
    }

    @Test
    void theSameInputGivesTheSameAlerts() {
        assertThat(read(input(records())).alerts())
                .isEqualTo(read(input(records())).alerts());
    }

    @Test
    void equalRecordsOfOneInputAreSeparateAlerts() {
        String record = records().getFirst();

        assertThat(new HashSet<>(read(input(List.of(record, record, record))).ids()))
                .hasSize(3);
    }

    @Test
    void anIdDoesNotDependOnTheRecordsAround() {
        String last = records().getLast();

        assertThat(read(input(List.of(last))).ids().getFirst())
                .isEqualTo(read(input(records())).ids().getLast());
    }

    @Test
    void labelsAreNowhereInAnAlert() {
        List<String> labelled =
                records().stream().map(record -> labelled(record, LABEL)).toList();

        assertThat(read(input(labelled)).alerts())
                .hasSameSizeAs(records())
                .noneMatch(
                        alert -> alert.toString().contains(LABEL) || alert.raw().contains("label"));
    }

    @Test
    void labelsDoNotChangeIds() {
        List<String> labelled =
                records().stream().map(record -> labelled(record, LABEL)).toList();
        List<String> otherwise =
                records().stream().map(record -> labelled(record, "x")).toList();

        assertThat(read(input(labelled)).ids()).isEqualTo(read(input(otherwise)).ids());
    }

    @Test
    void linesCountRecordsFromOne() {
        List<Long> expected =
                LongStream.rangeClosed(1, records().size()).boxed().toList();

        assertThat(read(input(records())).lines()).isEqualTo(expected);
    }

    @Test
    void aBrokenRecordIsRejectedWithItsLine() {
        List<String> some = List.of(records().getFirst(), broken(), records().getLast());

        assertThat(read(input(some)).rejected())
                .extracting(AlertRecord.Rejected::line)
                .containsExactly(2L);
    }

    @Test
    void aBrokenRecordSaysWhy() {
        Reading reading = read(input(List.of(broken(), records().getLast())));

        assertThat(reading.rejected()).allSatisfy(rejected -> {
            assertThat(rejected.reason()).isNotBlank();
            assertThat(rejected.excerpt()).isNotBlank();
        });
    }

    @Test
    void aBrokenRecordDoesNotHideTheNext() {
        List<String> some = List.of(records().getFirst(), broken(), records().getLast());

        assertThat(read(input(some)).alerts()).hasSize(2);
    }

    @Test
    void rawIsJson() {
        assertThat(read(input(records())).alerts())
                .extracting(Alert::raw)
                .allSatisfy(raw -> assertThat(JsonRecords.object(raw).isEmpty()).isFalse());
    }
}
