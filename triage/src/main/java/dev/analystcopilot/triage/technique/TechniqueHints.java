package dev.analystcopilot.triage.technique;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The hints that ship with the product, looked up once per fingerprint. Not thread-safe.
public final class TechniqueHints {
    private static final String RESOURCE = "/triage/technique-hints.yaml";

    private final List<TechniqueHint> hints;
    private final Map<String, Optional<TechniqueHint>> byFingerprint = new HashMap<>();

    private TechniqueHints(List<TechniqueHint> hints) {
        this.hints = hints;
    }

    public static TechniqueHints load() {
        try (InputStream in = TechniqueHints.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            var hints = new ArrayList<TechniqueHint>();
            for (JsonNode node : new YAMLMapper().readTree(in).path("hints")) {
                hints.add(hint(node));
            }
            return new TechniqueHints(List.copyOf(hints));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    private static TechniqueHint hint(JsonNode node) {
        var after = new ArrayList<String>();
        node.path("after").forEach(tactic -> after.add(tactic.asString()));
        return new TechniqueHint(
                node.path("id").asString(),
                Pattern.compile(node.path("match").asString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                node.path("technique").asString(),
                Optional.ofNullable(node.get("tactic")).map(JsonNode::asString),
                node.path("weight").asDouble(),
                Outcome.valueOf(node.path("outcome").asString().toUpperCase(Locale.ROOT)),
                node.path("scenario").asString(),
                after);
    }

    /// The first hint that fits the alert's words.
    public Optional<TechniqueHint> of(StoredAlert alert) {
        return byFingerprint.computeIfAbsent(alert.fingerprint(), key -> {
            String words = alert.source() + ": " + alert.title() + " | " + alert.rule();
            return hints.stream()
                    .filter(hint -> hint.match().matcher(words).find())
                    .findFirst();
        });
    }

    public List<TechniqueHint> all() {
        return hints;
    }
}
