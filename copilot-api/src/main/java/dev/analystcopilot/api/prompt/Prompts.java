package dev.analystcopilot.api.prompt;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.analystcopilot.api.grounding.EvidenceItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;

/// The prompts, from `prompts/*.mustache`. Values are escaped as in HTML, so that no alert can close the block that
/// holds it and speak as someone else.
public final class Prompts {
    private final Prompt analyst = Prompt.load("analyst");
    private final Prompt staff = Prompt.load("staff");
    private final Prompt question = Prompt.load("question");
    private final Prompt evidence = Prompt.load("evidence");

    /// The rules for answering analysts.
    ///
    /// @param language the answer's, by its English name
    public String analyst(String language) {
        return analyst.in(language);
    }

    /// The rules for answering staff.
    public String staff(String language) {
        return staff.in(language);
    }

    /// The question with the evidence found for it.
    public String question(String question, List<EvidenceItem> items) {
        return this.question.template.execute(Map.of("question", question, "evidence", evidence(items)));
    }

    /// What a tool found, in the same blocks.
    public String evidence(List<EvidenceItem> items) {
        List<Map<String, Object>> values = items.stream()
                .map(item -> Map.<String, Object>of(
                        "n", item.n(), "kind", item.kind().wireName(), "id", item.id(), "text", item.text()))
                .toList();
        return evidence.template.execute(Map.of("items", values, "none", values.isEmpty()));
    }

    /// Which prompts an answer was made with: for the log, so that a changed answer can be told from a changed prompt.
    public String version() {
        return analyst.id() + " " + question.id() + " " + evidence.id();
    }

    /// @param rules in each language, one string for all the answers that are under way
    private record Prompt(String name, String hash, Template template, Map<String, String> rules) {
        private static final int HASH_LENGTH = 8;

        String in(String language) {
            return rules.computeIfAbsent(language, each -> template.execute(Map.of("language", each)));
        }

        static Prompt load(String name) {
            String path = "/prompts/" + name + ".mustache";
            try (InputStream in = Prompts.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalStateException("the prompt " + path + " is missing from the program");
                }
                byte[] bytes = in.readAllBytes();
                String text = new String(bytes, StandardCharsets.UTF_8);
                String hash = DigestUtils.sha256Hex(bytes).substring(0, HASH_LENGTH);
                return new Prompt(
                        name, hash, Mustache.compiler().escapeHTML(true).compile(text), new ConcurrentHashMap<>());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String id() {
            return name + "@" + hash;
        }
    }
}
