package dev.analystcopilot.knowledge.sigma;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.sigma.event.EventReader;
import dev.analystcopilot.knowledge.sigma.event.EventText;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// One set of rules, asked about events.
public final class EventRules {
    private static final int FOR_TECHNIQUES = 50;

    private final RuleSet rules;
    private final EventReader reader = new EventReader();
    private final EventText written = new EventText();

    public EventRules(RuleSet rules) {
        this.rules = requireNonNull(rules, "rules");
    }

    public RuleSet rules() {
        return rules;
    }

    /// The rules that the events of one case fulfil, then those that they come near to; best first.
    ///
    /// @param events JSON objects of any product's shape
    public List<RuleHit> find(List<JsonNode> events, int top) {
        return rules.book().match(events.stream().map(reader::read).toList(), top).stream()
                .map(RuleHit::of)
                .toList();
    }

    /// The techniques of the rules that the events of one case fulfil; best first.
    public List<TechniqueHint> techniques(List<JsonNode> events, int top) {
        return TechniqueHints.of(find(events, FOR_TECHNIQUES), top);
    }

    /// Events that a text writes out as `Name: value Name: value …`; none if it is no such text.
    public List<JsonNode> read(String text) {
        return written.read(text, rules.book().fields());
    }
}
