package dev.analystcopilot.eval.injection;

import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.knowledge.planted.Place;
import dev.analystcopilot.knowledge.planted.PlantedInstructions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;

/// Text in which nobody planted anything.
final class CleanSets {
    private static final int EVENTS_A_FILE = 1_500;

    private CleanSets() {}

    static List<Row> rows(PlantedInstructions detector, Path shared) {
        Path data = shared.resolve("data");
        List<Row> rows = new ArrayList<>();
        try {
            rows.add(row("AIT-ADS russellmitchell", detector, Place.ALERT, csv(data, "russellmitchell")));
            rows.add(row("AIT-ADS shaw", detector, Place.ALERT, csv(data, "shaw")));
            rows.add(row("SecRL alerts", detector, Place.ALERT, records(data.resolve("alerts/secrl"), "alerts.jsonl")));
            rows.add(row("Wazuh sample", detector, Place.ALERT, records(data.resolve("alerts/wazuh"), ".jsonl")));
            rows.add(row(
                    "Windows events (OTRF)",
                    detector,
                    Place.ALERT,
                    records(data.resolve("events/otrf-atomic"), ".gz")));
            for (String zip : List.of(
                    "knowledge/playbooks/microsoft-ir-playbooks.zip",
                    "knowledge/playbooks/aws-ir-playbooks.zip",
                    "knowledge/playbooks/guardsight-battle-cards.zip",
                    "knowledge/staff/pagerduty-security-training.zip",
                    "knowledge/zh/thelsa-emergency-response-checklist.zip")) {
                Path file = data.resolve(zip);
                rows.add(row("documents: " + file.getFileName(), detector, Place.DOCUMENT, sections(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read clean text", e);
        }
        return rows;
    }

    /// Text of our own that looks like an order and is none.
    static List<Row> own(PlantedInstructions detector) {
        List<Sample> samples = Sample.all("everyday.tsv");
        List<Row> rows = new ArrayList<>();
        for (Place place : List.of(Place.ALERT, Place.DOCUMENT)) {
            rows.add(row(
                    place.name().toLowerCase(Locale.ROOT),
                    detector,
                    place,
                    samples.stream()
                            .filter(sample -> sample.kind().equalsIgnoreCase(place.name()))
                            .map(sample -> List.of(sample.text()))
                            .toList()));
        }
        return rows;
    }

    private static Row row(String name, PlantedInstructions detector, Place place, List<List<String>> things) {
        long flagged = 0;
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (List<String> fields : things) {
            flagged += detector.in(place, fields).isEmpty() ? 0 : 1;
        }
        double nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - (double) before;
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("n", Score.of(things.size()));
        values.put("flagged", Score.of((double) flagged));
        values.put("share", Score.of(things.isEmpty() ? 0 : flagged / (double) things.size()));
        values.put("µs of CPU each", Score.of(things.isEmpty() ? 0 : Math.round(nanos / things.size() / 100) / 10.0));
        return new Row(name, values);
    }

    private static List<List<String>> csv(Path data, String network) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("alerts/ait-ads"))) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith(network))
                    .findFirst()
                    .orElseThrow();
            return lines(file, Integer.MAX_VALUE).stream()
                    .skip(1)
                    .map(line -> Arrays.asList(line.split(",", -1)))
                    .toList();
        }
    }

    private static List<List<String>> records(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<List<String>> records = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                lines(file, EVENTS_A_FILE).forEach(line -> records.add(PlantedInstructions.values(line)));
            }
            return records;
        }
    }

    private static List<String> lines(Path file, int limit) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().limit(limit).toList();
        }
    }

    private static List<List<String>> sections(Path zip) throws IOException {
        List<List<String>> sections = new ArrayList<>();
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry :
                    file.stream().filter(e -> e.getName().endsWith(".md")).toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    for (String section : text.split("\n#+ ", -1)) {
                        sections.add(List.of(section));
                    }
                }
            }
        }
        return sections;
    }
}
