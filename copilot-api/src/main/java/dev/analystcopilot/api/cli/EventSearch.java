package dev.analystcopilot.api.cli;

import dev.analystcopilot.knowledge.sigma.EventRules;
import dev.analystcopilot.knowledge.sigma.RuleHit;
import dev.analystcopilot.knowledge.sigma.RuleSet;
import dev.analystcopilot.knowledge.sigma.TechniqueHint;
import dev.analystcopilot.knowledge.sigma.event.EventText;
import dev.analystcopilot.knowledge.sigma.match.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rules, or techniques, for events. Nothing of this waits for vectors.
final class EventSearch {
    private static final int VALUE = 160;

    private final EventText written = new EventText();
    private final Supplier<EventRules> stored;
    private @Nullable EventRules read;
    private final boolean techniques;
    private final int top;

    /// @param stored compiles the stored rules; asked once, and only if there is an event
    /// @param kind `technique`, else rules are found
    EventSearch(Supplier<EventRules> stored, String kind, int top) {
        this.stored = stored;
        this.techniques = kind.equals("technique");
        this.top = top;
    }

    /// Whether a query holds events, not words.
    boolean answers(JsonNode query) {
        return query.path("events").isArray() || !rules().read(text(query)).isEmpty();
    }

    /// What a run file has of a query.
    List<Map<String, Object>> hits(JsonNode query) {
        JsonNode events = query.path("events");
        return events.isArray() ? hits(List.copyOf(events.values())) : hits(rules().read(text(query)));
    }

    private List<Map<String, Object>> hits(List<JsonNode> events) {
        return techniques
                ? rules().techniques(events, top).stream()
                        .map(hint -> Map.<String, Object>of("ref", hint.id(), "score", hint.score()))
                        .toList()
                : rules().find(events, top).stream()
                        .map(hit -> Map.<String, Object>of("ref", hit.ruleId(), "score", hit.score()))
                        .toList();
    }

    private EventRules rules() {
        if (read == null) {
            read = stored.get();
        }
        return read;
    }

    private static String text(JsonNode query) {
        return query.path("text").asString("");
    }

    /// Prints what is found for a file with one event, an array of them, or one a line.
    void print(Path file, PrintWriter out) throws IOException {
        RuleSet rules = rules().rules();
        if (rules.book().size() == 0) {
            out.println("no rules are stored yet: ./copilot import RULES --kind sigma");
        }
        rules.unusable().forEach(rule -> out.printf("not used: %s: %s%n", shown(rule.name()), shown(rule.reason())));
        List<JsonNode> events = new ArrayList<>();
        try (var values =
                JsonMapper.shared().readerFor(JsonNode.class).<JsonNode>readValues(Files.newInputStream(file))) {
            values.forEachRemaining(value -> {
                if (value.isArray()) {
                    value.forEach(events::add);
                } else {
                    events.add(value);
                }
            });
        }
        if (techniques) {
            rules().techniques(events, top).forEach(hint -> print(hint, out));
        } else {
            rules().find(events, top).forEach(hit -> print(hit, out));
        }
        out.flush();
    }

    private static void print(TechniqueHint hint, PrintWriter out) {
        out.printf("%.2f  %s  %s%n", hint.score(), hint.id(), String.join("; ", hint.rules()));
    }

    private static void print(RuleHit hit, PrintWriter out) {
        out.printf(
                "%-7s %5.2f  %s (%s)%s%n           %s%n",
                hit.matched() ? "match" : "near",
                hit.score(),
                hit.title(),
                hit.level(),
                hit.techniques().isEmpty() ? "" : " " + String.join(" ", hit.techniques()),
                hit.ruleId());
        for (Finding finding : hit.why()) {
            out.printf(
                    "           %s: %s is %s, asked: %s%n",
                    finding.selection(),
                    finding.field().isEmpty() ? "a value" : finding.field(),
                    shown(finding.value()),
                    shown(finding.asked()));
        }
        if (!hit.falsePositives().isEmpty()) {
            out.printf("           also found by it: %s%n", shown(String.join("; ", hit.falsePositives())));
        }
    }

    /// Short, and without characters that a terminal would act upon: events are written by strangers.
    private static String shown(String text) {
        String clean = text.replaceAll("\\p{Cntrl}+", " ");
        return clean.length() <= VALUE ? clean : clean.substring(0, VALUE) + "…";
    }
}
