package dev.analystcopilot.eval.ait;

import dev.analystcopilot.eval.ait.AitNetwork.Truth;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.format.AlertReader;
import dev.analystcopilot.knowledge.format.AlertRecord;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.format.ReadOptions;
import dev.analystcopilot.triage.fingerprint.Fingerprinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the networks through the product's own reader, from the label-free files that `make_dev.py` builds, and their
/// truth from beside them.
public final class AitNetworks {
    public static final List<String> NAMES = List.of("fox", "russellmitchell", "shaw", "santos");

    private static final int MINUTE = 60;

    private AitNetworks() {}

    /// @param measure the folder that `make_dev.py` has built
    public static List<AitNetwork> all(Path measure) {
        return NAMES.stream().map(name -> read(measure, name)).toList();
    }

    public static boolean present(Optional<Path> measure) {
        return measure.filter(folder -> Files.isDirectory(folder.resolve("ait")))
                .isPresent();
    }

    public static AitNetwork read(Path measure, String name) {
        List<String> labels = lines(measure.resolve("truth/ait/" + name + ".csv"));
        var fingerprinter = new Fingerprinter();
        var alerts = new ArrayList<StoredAlert>();
        Map<String, Truth> truths = new HashMap<>();
        AlertReader.open(
                        AlertSource.files(List.of(measure.resolve("ait/" + name + ".csv"))),
                        "ait-ads",
                        ReadOptions.none())
                .read(record -> {
                    if (!(record instanceof AlertRecord.Parsed(var line, var alert))) {
                        throw new IllegalStateException("unreadable record in " + name + ": " + record);
                    }
                    alerts.add(StoredAlert.of(alert, fingerprinter.of(alert).hash()));
                    truths.put(alert.id(), truth(alert, labels.get(Math.toIntExact(line))));
                });
        alerts.sort(Comparator.comparing(StoredAlert::time).thenComparing(StoredAlert::id));
        return new AitNetwork(name, alerts, truths);
    }

    /// @param row `row,time_label,event_label`
    private static Truth truth(Alert alert, String row) {
        String[] fields = row.split(",", -1);
        String host = alert.entities().stream()
                .filter(Entity.Host.class::isInstance)
                .map(Entity::value)
                .findFirst()
                .orElse("");
        return new Truth(
                alert.time().getEpochSecond() / MINUTE + "|" + host + "|" + alert.source() + "|" + alert.title(),
                fields[2].equals("-") ? "" : fields[2].intern(),
                fields[1].equals("false_positive") ? "" : fields[1].intern());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the truth " + file, e);
        }
    }
}
