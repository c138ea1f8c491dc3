package dev.analystcopilot.eval.technique;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What ATT&CK itself says of each technique. Procedure examples begin with who did it, which no reader's text does in
/// the same way: names of groups, campaigns and of the software itself become "the attackers", "the campaign", "the
/// malware".
final class AttackTexts {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\((https?://[^)]*)\\)");
    private static final Pattern CITATION = Pattern.compile("\\(Citation:[^)]*\\)");
    private static final Pattern TAG = Pattern.compile("</?code>|<[^<>]{1,20}>");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?=[A-Z`\"'(])");
    private static final int SHORTEST_SENTENCE = 25;
    private static final int SHORTEST_NAME = 4;

    private final Map<String, JsonNode> live = new LinkedHashMap<>();
    private final List<TrainingText> texts = new ArrayList<>();

    private AttackTexts() {}

    /// @param techniques the ids of all live techniques, in the bundle's order
    record Found(List<String> techniques, List<TrainingText> texts) {}

    static Found read(Path bundle) {
        var attack = new AttackTexts();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(bundle))) {
            JsonNode objects = JsonMapper.shared().readTree(in).path("objects");
            for (JsonNode object : objects) {
                if (!object.path("revoked").asBoolean(false)
                        && !object.path("x_mitre_deprecated").asBoolean(false)) {
                    attack.live.put(object.path("id").asString(""), object);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + bundle, e);
        }
        List<JsonNode> techniques = attack.live.values().stream()
                .filter(object -> object.path("type").asString("").equals("attack-pattern"))
                .toList();
        attack.live.values().stream()
                .filter(object -> object.path("type").asString("").equals("relationship"))
                .forEach(attack::relation);
        techniques.forEach(attack::page);
        return new Found(techniques.stream().map(AttackTexts::ref).toList(), attack.texts);
    }

    private void relation(JsonNode relation) {
        JsonNode source = live.get(relation.path("source_ref").asString(""));
        JsonNode target = live.get(relation.path("target_ref").asString(""));
        if (source == null
                || target == null
                || !target.path("type").asString("").equals("attack-pattern")) {
            return;
        }
        String text = relation.path("description").asString("");
        switch (relation.path("relationship_type").asString("")) {
            case "uses" -> add(1, target, masked(text, source));
            case "mitigates" -> add(0.2, target, plain(text));
            case "detects" ->
                source.path("x_mitre_analytic_refs")
                        .forEach(analytic -> Optional.ofNullable(live.get(analytic.asString("")))
                                .ifPresent(found -> add(
                                        0.3,
                                        target,
                                        plain(found.path("description").asString("")))));
            default -> {}
        }
    }

    private void page(JsonNode technique) {
        String name = technique.path("name").asString("");
        String description = technique.path("description").asString("");
        add(1, technique, name);
        add(1, technique, name + ": " + plain(description));
        for (String paragraph : description.split("\\n+")) {
            SENTENCE.splitAsStream(plain(paragraph))
                    .filter(sentence -> sentence.length() > SHORTEST_SENTENCE)
                    .forEach(sentence -> add(0.5, technique, sentence));
        }
    }

    private void add(double weight, JsonNode technique, String text) {
        if (!text.isBlank()) {
            texts.add(new TrainingText(weight, List.of(ref(technique)), text));
        }
    }

    static String ref(JsonNode object) {
        for (JsonNode reference : object.path("external_references")) {
            if (reference.path("source_name").asString("").equals("mitre-attack")) {
                return reference.path("external_id").asString("");
            }
        }
        return "";
    }

    private static String plain(String text) {
        String clean = TAG.matcher(CITATION.matcher(text).replaceAll("")).replaceAll(" ");
        return LINK.matcher(clean).replaceAll("$1").replaceAll("\\s+", " ").strip();
    }

    private static String masked(String text, JsonNode source) {
        String type = source.path("type").asString("");
        String own = ref(source);
        String clean = LINK.matcher(CITATION.matcher(text).replaceAll("")).replaceAll(link -> {
            String address = link.group(2);
            String shown = address.contains("/groups/")
                    ? "the attackers"
                    : address.contains("/campaigns/")
                            ? "the campaign"
                            : address.endsWith("/software/" + own) ? stand(type) : link.group(1);
            return Matcher.quoteReplacement(shown);
        });
        clean = TAG.matcher(clean).replaceAll(" ");
        for (String name : names(source)) {
            clean = clean.replaceAll("\\b" + Pattern.quote(name) + "\\b", stand(type));
        }
        clean = clean.replaceAll("\\s+", " ").strip();
        return clean.isEmpty() ? clean : clean.substring(0, 1).toUpperCase(Locale.ROOT) + clean.substring(1);
    }

    private static Set<String> names(JsonNode source) {
        var names = new LinkedHashSet<String>();
        Stream.of("aliases", "x_mitre_aliases")
                .forEach(field -> source.path(field).forEach(alias -> names.add(alias.asString(""))));
        names.add(source.path("name").asString(""));
        names.removeIf(name -> name.length() < SHORTEST_NAME);
        return names;
    }

    private static String stand(String type) {
        return new HashMap<>(Map.of("malware", "the malware", "tool", "the tool", "campaign", "the campaign"))
                .getOrDefault(type, "the attackers");
    }
}
