package dev.analystcopilot.knowledge.sigma;

import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.StoredDocument;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.sigma.event.Event;
import dev.analystcopilot.knowledge.sigma.event.EventReader;
import dev.analystcopilot.knowledge.sigma.event.EventText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Finds the stored Sigma rules that events fulfil. Rules are compiled once for all who see the same ones; the first
/// question after a change of them waits for that, some seconds for thousands.
public final class RuleFinder {
    private static final String KIND = "rule";
    private static final int FOR_TECHNIQUES = 50;
    private static final int KEPT = 4;

    private final PassageStore store;
    private final EventReader reader = new EventReader();
    private final EventText written = new EventText();
    private final Map<String, RuleSet> compiled = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RuleSet> eldest) {
            return size() > KEPT;
        }
    };

    public RuleFinder(PassageStore store) {
        this.store = store;
    }

    /// The rules that the events of one case fulfil, then those that they come near to; best first.
    ///
    /// @param events JSON objects of any product's shape
    public List<RuleHit> find(Scope scope, List<JsonNode> events, int top) {
        return hits(scope, events.stream().map(reader::read).toList(), top);
    }

    /// The techniques of the rules that the events of one case fulfil; best first.
    public List<TechniqueHint> techniques(Scope scope, List<JsonNode> events, int top) {
        return TechniqueHints.of(find(scope, events, FOR_TECHNIQUES), top);
    }

    /// Events that a text writes out as `Name: value Name: value …`; none if it is no such text.
    public List<JsonNode> read(Scope scope, String text) {
        return text.contains(": ") ? written.read(text, rules(scope).book().fields()) : List.of();
    }

    /// All rules that the scope sees, compiled.
    public RuleSet rules(Scope scope) {
        String state = store.state(scope, KIND);
        synchronized (compiled) {
            RuleSet known = compiled.get(state);
            if (known == null) {
                known = read(scope);
                compiled.put(state, known);
            }
            return known;
        }
    }

    private List<RuleHit> hits(Scope scope, List<Event> events, int top) {
        return rules(scope).book().match(events, top).stream().map(RuleHit::of).toList();
    }

    private RuleSet read(Scope scope) {
        Map<String, String> yaml = new LinkedHashMap<>();
        for (StoredDocument rule : store.documents(scope, KIND)) {
            yaml.put(rule.title() + " (" + rule.ref() + ", " + rule.origin() + ")", rule.content());
        }
        return RuleSet.compile(yaml);
    }
}
