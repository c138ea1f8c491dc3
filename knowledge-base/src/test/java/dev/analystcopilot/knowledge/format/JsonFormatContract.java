package dev.analystcopilot.knowledge.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What every format of JSON records promises besides: it does not matter how the objects lie in the input.
abstract class JsonFormatContract extends AlertFormatContract {

    @Override
    String labelled(String record, String label) {
        return "{\"label\":\"%s\",\"time_label\":[\"%s\"],\"event_label\":{\"is\":\"%s\"},"
                        .formatted(label, label, label)
                + record.substring(1);
    }

    @Override
    String input(List<String> records) {
        return String.join("\n", records) + "\n";
    }

    @Override
    String broken() {
        return "{\"time\": 1700000000, \"title\": \"never closed";
    }

    @Test
    void anArrayGivesTheSameAlerts() {
        assertThat(read("[" + String.join(",\n", records()) + "]").ids()).isEqualTo(ids());
    }

    @Test
    void objectsOverSeveralLinesGiveTheSameAlerts() {
        List<String> pretty = records().stream()
                .map(record -> JsonRecords.object(record).toPrettyString())
                .toList();

        assertThat(read(String.join("\n", pretty)).ids()).isEqualTo(ids());
    }

    @Test
    void objectsOnOneLineGiveTheSameAlerts() {
        assertThat(read(String.join("", records())).ids()).isEqualTo(ids());
    }

    @Test
    void anObjectAloneIsAnInput() {
        assertThat(read(records().getFirst()).alerts()).hasSize(1);
    }

    @Test
    void rawIsTheTextAsItCame() {
        assertThat(read(input(records())).alerts().getFirst().raw())
                .isEqualTo(records().getFirst());
    }

    @Test
    void anObjectOfAnotherKindIsRejected() {
        assertThat(read("{\"hello\":\"world\"}\n" + records().getFirst() + "\n").rejected())
                .hasSize(1);
    }

    private List<String> ids() {
        return read(input(records())).ids();
    }
}
