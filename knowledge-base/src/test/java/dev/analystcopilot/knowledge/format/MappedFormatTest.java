package dev.analystcopilot.knowledge.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MappedFormatTest extends JsonFormatContract {
    private static final String MAPPING = """
            fields:
              source: Acme EDR
              id: /meta/id
              title: /detection/name
              rule: /detection/rule
              message: /detection/text
              time: [/detected_at, /created]
              severity: /priority
              status: /state
              outcome: /action
              techniques: /mitre
            severity: {P1: critical, "7": low}
            status: {closed: resolved}
            outcome: {blocked: attempted}
            time_formats: ["dd/MM/yyyy HH:mm:ss"]
            time_zone: Asia/Shanghai
            entities:
              host: /device
              ip: [/net/src, /net/dst]
              user: /who
            """;
    private static final String FULL = """
            {"detection":{"name":"Example","rule":"r1","text":"Long"},"detected_at":"24/01/2022 11:00:00","priority":"p1",\
            "state":"Closed","action":"BLOCKED","mitre":["T1059.001 - PowerShell","T1105"],"device":["a","b"],\
            "net":{"src":"10.0.0.1","dst":"10.0.0.2"},"who":"EXAMPLE\\\\carol"}""";

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
                FULL,
                "{\"detection\":{\"name\":\"Second\"},\"created\":1700000000,\"priority\":7}",
                "{\"detection\":{\"name\":\"Third\"},\"created\":\"2022-01-24T11:00:00\",\"priority\":\"High\"}");
    }

    @Override
    Reading read(String input) {
        var source = AlertSource.stream("the input", new ByteArrayInputStream(input.getBytes(UTF_8)));
        return Reading.of(AlertReader.open(source, "json", ReadOptions.withMapping(file)));
    }

    @Test
    void everyFieldIsFoundWhereTheMappingSays() {
        assertThat(read(FULL).alerts().getFirst())
                .returns("acme edr", Alert::source)
                .returns("Example", Alert::title)
                .returns("r1", Alert::rule)
                .returns("Long", Alert::message)
                .returns(Instant.parse("2022-01-24T03:00:00Z"), Alert::time)
                .returns(Severity.CRITICAL, Alert::severity)
                .returns(AlertStatus.RESOLVED, Alert::status)
                .returns(Outcome.ATTEMPTED, Alert::outcome)
                .returns(List.of("T1059.001", "T1105"), Alert::techniques);
    }

    @Test
    void entitiesComeFromEveryPlaceNamed() {
        assertThat(read(FULL).alerts().getFirst().entities())
                .extracting(entity -> entity.key())
                .containsExactly("host:a", "host:b", "ip:10.0.0.1", "ip:10.0.0.2", "user:carol");
    }

    @Test
    void aTimeWithoutZoneIsOfTheMappingsZone() {
        assertThat(read(records().getLast()).alerts().getFirst().time())
                .isEqualTo(Instant.parse("2022-01-24T03:00:00Z"));
    }

    @Test
    void numbersAndWordsGiveSeverities() {
        assertThat(read(input(records())).alerts())
                .extracting(Alert::severity)
                .containsExactly(Severity.CRITICAL, Severity.LOW, Severity.HIGH);
    }

    @Test
    void jsonIsAMappingToo() throws IOException {
        Files.writeString(file, """
                {"fields":{"source":"acme","title":"/detection/name","time":["/detected_at","/created"]},\
                "time_formats":["dd/MM/yyyy HH:mm:ss"]}""");

        assertThat(read(FULL).alerts()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMappingThatIsNotUnderstoodSaysWhere(String mapping, String words) throws IOException {
        Files.writeString(file, mapping);

        assertThatThrownBy(() -> read(FULL))
                .isInstanceOf(AlertInputException.class)
                .hasMessageContaining(words);
    }

    static Stream<Arguments> mistakes() {
        String fields = "fields: {source: a, title: /t, time: /d}\n";
        return Stream.of(
                Arguments.of("fields: [", "neither YAML nor JSON"),
                Arguments.of("just text", "object with the entry 'fields'"),
                Arguments.of("feilds: {}", "there is no entry 'feilds'"),
                Arguments.of("fields: {source: a, title: /t}", "where 'time' stands"),
                Arguments.of("fields: {source: a, title: /t, time: /d, colour: /c}", "no field 'colour'"),
                Arguments.of("fields: {source: a, title: /t, time: {}}", "'time' needs JSON pointers"),
                Arguments.of(fields + "severity: {x: terrible}", "'terrible' is none of"),
                Arguments.of(fields + "time_zone: Moon/Crater", "no time zone"),
                Arguments.of(fields + "time_formats: [qqqqqqqq]", "no pattern of times"),
                Arguments.of(fields + "entities: {ghost: /g}", "no entity type 'ghost'"));
    }

    @Test
    void aMissingMappingFileIsNamed() {
        file = folder.resolve("elsewhere.yaml");

        assertThatThrownBy(() -> read(FULL)).hasMessageContainingAll("elsewhere.yaml", "does not exist");
    }

    @Test
    void theFormatNeedsAMapping() {
        assertThatThrownBy(() -> Reading.of("json", FULL)).hasMessageContaining("needs a mapping file");
    }
}
