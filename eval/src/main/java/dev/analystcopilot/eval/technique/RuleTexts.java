package dev.analystcopilot.eval.technique;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Titles and descriptions of rules and tests that name their techniques: Sigma, Splunk's detections, Atomic Red Team.
final class RuleTexts {
    private static final String TAG = "attack.t";
    private static final int BUFFER = 1 << 20;
    private static final int LONGEST = 600;
    private static final int LONGEST_TEST = 500;

    private final Set<String> known;

    /// @param known the techniques that may be named
    RuleTexts(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    List<TrainingText> sigma(Path zip) {
        return fromZip(zip, "", rule -> {
            var techniques = new ArrayList<String>();
            for (JsonNode tag : rule.path("tags")) {
                String text = tag.asString("").toLowerCase(Locale.ROOT);
                if (text.startsWith(TAG)) {
                    techniques.add(text.substring(TAG.length() - 1).toUpperCase(Locale.ROOT));
                }
            }
            return text(
                    techniques,
                    rule.path("title").asString("") + ". "
                            + rule.path("description").asString(""),
                    Integer.MAX_VALUE,
                    0.5);
        });
    }

    List<TrainingText> splunk(Path zip) {
        return fromZip(zip, "detections/", rule -> {
            var techniques = new ArrayList<String>();
            rule.path("tags").path("mitre_attack_id").forEach(id -> techniques.add(id.asString("")));
            return text(
                    techniques,
                    rule.path("name").asString("") + ". "
                            + rule.path("description").asString(""),
                    LONGEST,
                    0.5);
        });
    }

    List<TrainingText> atomic(Path lines) {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(lines)), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(JsonMapper.shared()::readTree)
                    .flatMap(test -> text(
                            List.of(test.path("technique").asString("")),
                            test.path("test").asString("") + ". "
                                    + test.path("description").asString(""),
                            LONGEST_TEST,
                            0.7)
                            .stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + lines, e);
        }
    }

    private List<TrainingText> text(List<String> named, String text, int longest, double weight) {
        List<String> techniques = named.stream().filter(known::contains).toList();
        return techniques.isEmpty()
                ? List.of()
                : List.of(new TrainingText(weight, techniques, text.substring(0, Math.min(text.length(), longest))));
    }

    private static List<TrainingText> fromZip(Path zip, String under, Function<JsonNode, List<TrainingText>> reading) {
        // The whole document in one buffer: the reader stumbles over characters beyond 16 bits at the edge of one.
        var settings = LoadSettings.builder().setBufferSize(BUFFER).build();
        var texts = new ArrayList<TrainingText>();
        try (var file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream()
                    .filter(entry -> entry.getName().endsWith(".yml"))
                    .filter(entry -> under.isEmpty() || ("/" + entry.getName()).contains("/" + under))
                    .map(ZipEntry.class::cast)
                    .toList()) {
                try (var in = file.getInputStream(entry)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    texts.addAll(
                            reading.apply(JsonMapper.shared().valueToTree(new Load(settings).loadFromString(text))));
                } catch (YamlEngineException e) {
                    System.err.println("left out, as it is no YAML: " + entry.getName() + ": " + e.getMessage());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + zip, e);
        }
        return texts;
    }
}
