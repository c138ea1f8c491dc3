package dev.analystcopilot.knowledge.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedCsvFormatTest extends AlertFormatContract {
    private static final String MAPPING = """
            delimiter: ";"
            fields: {source: acme-wall, title: /Event Name, time: /When, severity: /Prio, outcome: /Result}
            severity: {"1": high}
            outcome: {deny: attempted}
            time_formats: [dd.MM.yyyy HH:mm]
            time_zone: Europe/Vienna
            entities: {ip: [/Source IP, /Target], url: /URL}
            details: {http.status: /Status}
            processes: [/Guid]
            """;
    private static final String HEADER =
            "When;Event Name;Prio;Source IP;Target;URL;Status;Result;Guid;Label;Time_Label;Event_Label\n";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeMapping() throws IOException {
        file = Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
    }

    @Override
    List<String> records() {
        return List.of(
                "24.01.2022 12:00;Probe;1;192.0.2.1;192.0.2.2;http://x.example.org/a,b;404;deny;{G-1};;;",
                "24.01.2022 12:01;\"Quoted; \"\"twice\"\"\";2;192.0.2.3;;;200;;;;;",
                "1643022000;中文标题;1;;;;;;;;;");
    }

    @Override
    String labelled(String record, String label) {
        return record.substring(0, record.length() - 2) + label + ";" + label + ";" + label;
    }

    @Override
    String input(List<String> records) {
        return HEADER + String.join("\n", records) + "\n";
    }

    @Override
    String broken() {
        return "24.01.2022 12:00;too short";
    }

    @Override
    Reading read(String input) {
        var source = AlertSource.stream("the input", new ByteArrayInputStream(input.getBytes(UTF_8)));
        return Reading.of(AlertReader.open(source, "csv", ReadOptions.withMapping(file)));
    }

    @Test
    void everyColumnIsFoundWhateverItsCase() {
        Alert alert = read(input(records())).alerts().getFirst();

        assertThat(alert)
                .returns("acme-wall", Alert::source)
                .returns("Probe", Alert::title)
                .returns(Instant.parse("2022-01-24T11:00:00Z"), Alert::time)
                .returns(Severity.HIGH, Alert::severity)
                .returns(Outcome.ATTEMPTED, Alert::outcome)
                .returns(List.of("{g-1}"), Alert::lineage);
        assertThat(alert.details()).containsEntry("http.status", "404");
        assertThat(alert.entities())
                .extracting(entity -> entity.key())
                .containsExactly("ip:192.0.2.1", "ip:192.0.2.2", "url:http://x.example.org/a,b");
    }

    @Test
    void columnsThatTheMappingNeedsAreMissed() {
        assertThat(read("When;Other\n1;2\n").problem()).hasMessageContaining("missing: event name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "ab", "\"\\n\""})
    void aDelimiterIsOneCharacter(String delimiter) throws IOException {
        Files.writeString(file, MAPPING.replace("\";\"", delimiter));

        assertThatThrownBy(() -> read(input(records()))).hasMessageContaining("'delimiter' is the one character");
    }

    @Test
    void theFormatNeedsAMapping() {
        assertThatThrownBy(() -> Reading.of("csv", HEADER)).hasMessageContaining("'csv' needs a mapping file");
    }
}
