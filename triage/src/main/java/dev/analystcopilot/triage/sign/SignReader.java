package dev.analystcopilot.triage.sign;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.text.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `signs.yaml` and its like.
final class SignReader {
    private final Map<String, String> lists;

    private SignReader(Map<String, String> lists) {
        this.lists = lists;
    }

    /// @param resources files of one kind, each with `lists` of values that its conditions name as `<name>`
    static List<SignRule> read(List<String> resources) {
        List<SignRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String resource : resources) {
            JsonNode file = yaml(resource);
            Map<String, String> lists = new HashMap<>();
            file.path("lists")
                    .properties()
                    .forEach(list ->
                            lists.put("<" + list.getKey() + ">", list.getValue().asString()));
            for (JsonNode node : file.path("signs")) {
                SignRule rule = new SignReader(lists).rule(node);
                if (!ids.add(rule.sign().id())) {
                    throw new IllegalArgumentException(
                            "two signs are called " + rule.sign().id());
                }
                rules.add(rule);
            }
        }
        return rules;
    }

    private static JsonNode yaml(String resource) {
        try (InputStream in = SignReader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private SignRule rule(JsonNode node) {
        return new SignRule(
                sign(node),
                clauses(node.path("all")),
                clauses(node.path("any")),
                clauses(node.path("none")),
                Set.copyOf(texts(node.path("explains"))));
    }

    private List<Clause> clauses(JsonNode list) {
        return texts(list).stream().map(text -> Clause.of(filledIn(text))).toList();
    }

    private String filledIn(String clause) {
        String filled = clause;
        for (Map.Entry<String, String> list : lists.entrySet()) {
            filled = filled.replace(list.getKey(), list.getValue());
        }
        return filled;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    private static Sign sign(JsonNode node) {
        return new Sign(
                node.path("id").asString(),
                node.path("weight").asDouble(),
                Optional.ofNullable(node.get("technique")).map(JsonNode::asString),
                Optional.ofNullable(node.get("tactic")).map(JsonNode::asString),
                Outcome.valueOf(node.path("outcome").asString("unknown").toUpperCase(Locale.ROOT)),
                new Bilingual(node.path("en").asString(), node.path("zh").asString()));
    }
}
