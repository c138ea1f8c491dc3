package dev.analystcopilot.triage.threat;

import dev.analystcopilot.knowledge.alert.StoredAlert;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What kind of statement an alert makes; see `triage/alert-kinds.yaml`. Looked up once per fingerprint. Not
/// thread-safe.
final class AlertKinds {
    private static final String RESOURCE = "/triage/alert-kinds.yaml";
    private static final List<Kind> KINDS = load();

    static final List<String> NAMES =
            KINDS.stream().map(kind -> "kind_" + kind.id()).toList();

    private final Map<String, boolean[]> byFingerprint = new HashMap<>();

    private record Kind(String id, Pattern match) {}

    private static List<Kind> load() {
        try (InputStream in = AlertKinds.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            var kinds = new ArrayList<Kind>();
            for (JsonNode node : new YAMLMapper().readTree(in).path("kinds")) {
                kinds.add(new Kind(
                        node.path("id").asString(),
                        Pattern.compile(
                                node.path("match").asString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
            }
            return List.copyOf(kinds);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /// Fills the columns from `at` on.
    void write(StoredAlert alert, float[] row, int at) {
        boolean[] of = byFingerprint.computeIfAbsent(alert.fingerprint(), key -> {
            String words = alert.source() + ": " + alert.title() + " | " + alert.rule();
            var found = new boolean[KINDS.size()];
            for (int k = 0; k < found.length; k++) {
                found[k] = KINDS.get(k).match().matcher(words).find();
            }
            return found;
        });
        for (int k = 0; k < of.length; k++) {
            row[at + k] = of[k] ? 1 : 0;
        }
    }
}
